import { foldKey } from '~/domain/dimension';
import type { SourceKind } from '~/domain/source';
import { simplified } from '../table/simplified';
import { wordList } from './wordList';

type Words = Readonly<Record<string, readonly string[]>>;

const WORDS: Partial<Record<SourceKind, Readonly<Record<string, Words>>>> = {
  customers: {
    rating: {
      A: wordList('a|a级|优|优秀|aaa|aa|excellent|高|甲'),
      B: wordList('b|b级|良|良好|bbb|bb|good|中|乙'),
      C: wordList('c|c级|一般|及格|ccc|cc|fair|低|丙'),
      D: wordList('d|d级|差|不及格|ddd|poor|高风险|丁'),
    },
  },
  opportunities: {
    result: {
      won: wordList('won|win|closed won|deal won|赢单|已赢单|成交|已成交|中标|已签约|签约|是|yes|true|1'),
      lost: wordList(
        'lost|loss|closed lost|deal lost|丢单|已丢单|输单|失败|未中标|流失|放弃|已关闭未成交|cancelled|canceled',
      ),
      open: wordList('open|in progress|pending|进行中|跟进中|未成交|在谈|待定||否|no|false|0'),
    },
  },
  complaints: {
    state: {
      open: wordList('open|new|received|未处理|待处理|新建|已受理|待受理|未解决|未开始'),
      working: wordList('working|in progress|processing|assigned|pending|处理中|跟进中|进行中|已派单|待回访|整改中'),
      closed: wordList(
        'closed|resolved|done|completed|solved|已关闭|已处理|已解决|已完成|已办结|办结|结案|已结案|关闭',
      ),
    },
  },
  surveys: {
    kind: {
      csat: wordList('csat|satisfaction|customer satisfaction|满意度|满意度调查|客户满意度|满意度评分'),
      nps: wordList('nps|net promoter score|recommendation|净推荐值|推荐度|推荐意愿|净推荐值调查'),
    },
  },
  holidays: {
    holiday: {
      off: wordList('off|holiday|day off|放假|休|休息|假日|节假日|公休|是|yes|true|1|public holiday|法定节假日'),
      work: wordList('work|workday|working day|上班|班|补班|调休上班|工作日|否|no|false|0|make-up day|调班'),
    },
  },
};

const TABLES = new Map<string, Map<string, string>>();

/** The word that is stored for what a file says; null where it is none of the expected ones in either language. */
export function choiceOf(kind: SourceKind, field: string, text: string): string | null {
  const name = `${kind}/${field}`;
  let table = TABLES.get(name);
  if (!table) {
    table = new Map();
    for (const [choice, words] of Object.entries(WORDS[kind]?.[field] ?? {})) {
      for (const word of [choice, ...words]) table.set(foldKey(word), choice);
    }
    TABLES.set(name, table);
  }
  return table.get(simplified(foldKey(text))) ?? null;
}

const YES = new Set(
  wordList(
    '是|有|对|真|√|✓|✔|y|yes|true|t|1|x|已|核心|通过|合格|pass|passed|已付|已支付|已兑付|已续签|已续约|续签|paid|renewed|有争议|争议|disputed|on|已返|主推|重点|core',
  ).map(foldKey),
);
const NO = new Set(
  wordList(
    '否|无|不|没有|×|✗|✘|n|no|false|f|0|未|非核心|不通过|未通过|不合格|fail|failed|未付|未支付|未兑付|未续签|未续约|unpaid|open|not renewed|无争议|none|off|未返|-|—',
  ).map(foldKey),
);

/** Yes is 1, no is 0; null for anything else. */
export function flagOf(text: string): 0 | 1 | null {
  const key = simplified(foldKey(text));
  return YES.has(key) ? 1 : NO.has(key) ? 0 : null;
}
