/**
 * Traditional characters and the simplified ones that stand in their place, pair by pair: those of names of columns, files,
 * stages and yes-or-no words, not the whole script.
 */
const PAIRS =
  '業业東东丟丢個个義义習习買买爭争產产從从價价優优會会體体儲储關关兌兑冊册寫写決决淨净憑凭創创動动務务單单佔占歷历曆历參参發发' +
  '變变號号員员響响國国團团場场備备處处復复複复實实對对層层崗岗幣币廣广庫库應应開开異异棄弃歸归當当錄录態态總总戶户執执報报擔担' +
  '據据數数時时機机權权標标檔档匯汇彙汇溝沟沒没滿满潛潜點点狀状現现環环電电碼码離离稱称稅税競竞筆笔籠笼簽签籤签簡简類类級级線线' +
  '組组細细終终經经結结績绩續续編编職职聯联節节範范薦荐營营補补裝装見见規规計计訂订讓让訓训議议記记論论訪访證证評评訴诉試试話话' +
  '說说請请諾诺課课調调談谈負负財财責责敗败賬账帳账帐账貨货質质購购費费資资賒赊贏赢輸输過过還还進进郵邮採采銷销長长門门閉闭問问' +
  '間间隊队際际階阶險险預预項项領领題题額额風风饋馈齡龄頁页約约萬万億亿協协區区華华廠厂劃划別别製制辦办餘余後后徵征盤盘註注臺台' +
  '檯台聲声術术針针鋪铺攤摊貼贴鎖锁條条貿贸鐘钟達达選选審审檢检覆复倉仓運运勞劳險险產产認认詢询統统週周滯滞延延際际繳缴繫系係系' +
  '與与無无於于來来兩两幾几給给將将為为這这個个們们興兴壞坏舊旧樣样種种積积圖图縣县鄉乡島岛灣湾陸陆廳厅雙双屆届減减';

const SIMPLE = new Map(Array.from({ length: PAIRS.length / 2 }, (_, at) => [PAIRS[at * 2], PAIRS[at * 2 + 1]]));
const TRADITIONAL = new RegExp(`[${[...SIMPLE.keys()].join('')}]`, 'g');

/**
 * A text with the traditional characters of our words as simplified ones (訂單日期 → 订单日期), so that both are found under
 * one name. For comparing only: what a file says stays as it was written.
 */
export const simplified = (text: string): string => text.replace(TRADITIONAL, (one) => SIMPLE.get(one) ?? one);
