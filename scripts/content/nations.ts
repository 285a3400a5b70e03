import { WordShapes } from './word-shapes.ts'

/** Countries and their peoples, in small letters, by the last word of names that have several. */
const NATIONS = new Set(
  `afghanistan afghan albania albanian algeria algerian angola angolan argentina argentine argentinian armenia armenian
  australia australian austria austrian azerbaijan azerbaijani bahrain bahraini bangladesh bangladeshi barbados belarus
  belarusian belgium belgian belize benin bhutan bolivia bolivian bosnia bosnian botswana brazil brazilian britain british
  brunei bulgaria bulgarian burkina burundi cambodia cambodian cameroon canada canadian chile chilean china chinese
  colombia colombian congo congolese rica croatia croatian cuba cuban cyprus cypriot czechia czech denmark danish djibouti
  ecuador ecuadorian egypt egyptian salvador eritrea eritrean estonia estonian eswatini ethiopia ethiopian fiji finland
  finnish france french gabon gambia german germany ghana ghanaian greece greek grenada guatemala guatemalan guinea guyana
  haiti haitian honduras honduran hungary hungarian iceland icelandic india indian indonesia indonesian iran iranian iraq
  iraqi ireland irish israel israeli italy italian jamaica jamaican japan japanese kazakhstan kazakh kenya kenyan
  kiribati korea korean kosovo kuwait kuwaiti kyrgyzstan kyrgyz laos laotian latvia latvian lebanon lebanese lesotho
  liberia liberian libya libyan liechtenstein lithuania lithuanian luxembourg madagascar malawi malaysia malaysian maldives
  mali malian malta maltese mauritania mauritius mexico mexican moldova moldovan monaco mongolia mongolian montenegro
  moroccan morocco mozambique myanmar namibia nauru nepal nepalese netherlands dutch zealand nicaragua nicaraguan niger
  nigeria nigerian macedonia macedonian norway norwegian oman omani pakistan pakistani palau panama panamanian paraguay
  peru peruvian philippines philippine filipino poland polish portugal portuguese qatar qatari romania romanian russia
  russian rwanda rwandan samoa saudi arabia senegal senegalese serbia serbian seychelles singapore singaporean slovakia
  slovak slovenia slovenian somalia somali africa spain spanish lanka sudan sudanese suriname sweden swedish switzerland
  swiss syria syrian taiwan taiwanese tajikistan tajik tanzania tanzanian thailand thai togo tonga tunisia tunisian turkey
  türkiye turkish turkmenistan turkmen uganda ugandan ukraine ukrainian uruguay uruguayan uzbekistan uzbek vanuatu
  venezuela venezuelan vietnam vietnamese yemen yemeni zambia zambian zimbabwe zimbabwean`.split(/\s+/),
)

const SHAPES = new WordShapes(NATIONS)

/** Whether a word in small letters names a country or its people, or ends such a name. */
export const isNation = (word: string): boolean => SHAPES.mayHave(word) && NATIONS.has(word)
