import { createRandom } from '~/engine/numeric';

/** One line of sales, before anybody writes it down. */
export interface SalesRow {
  id: string;
  customer: string;
  region: string;
  rep: string;
  product: string;
  /** [year, month, day] */
  date: [number, number, number];
  cents: number;
}

export interface Names {
  regions: string[];
  reps: string[];
  products: string[];
  cities: string[];
  firms: string[];
  headers: [id: string, customer: string, region: string, rep: string, product: string, date: string, amount: string];
}

export const SIMPLE: Names = {
  regions: ['华东', '华北', '华南', '西南'],
  reps: ['王芳', '刘洋', '张伟', '李娜', '陈静'],
  products: ['A系列', 'B系列', '服务包'],
  cities: ['上海', '深圳', '杭州', '武汉', '成都'],
  firms: ['博远科技有限公司', '鼎盛实业有限公司', '联创电子有限公司', '瑞丰贸易有限公司'],
  headers: ['客户编号', '客户名称', '区域', '业务员', '产品', '签约日期', '金额'],
};

export const TRADITIONAL: Names = {
  regions: ['北區', '中區', '南區', '東區'],
  reps: ['王小明', '林美玲', '陳建宏', '黃淑芬'],
  products: ['標準型', '專業型', '維護合約'],
  cities: ['臺北', '新竹', '臺中', '高雄'],
  firms: ['博遠科技股份有限公司', '鼎盛實業有限公司', '聯創電子公司', '長榮貿易公司'],
  headers: ['客戶編號', '客戶名稱', '區域', '業務員', '產品', '簽約日期', '金額'],
};

export const GERMAN: Names = {
  regions: ['Süd', 'Nord', 'Köln', 'Österreich'],
  reps: ['Müller', 'Schäfer', 'Jäger', 'Weiß'],
  products: ['Größe S', 'Größe L', 'Zubehör'],
  cities: ['München', 'Düsseldorf', 'Zürich', 'Nürnberg'],
  firms: ['Bäckerei GmbH', 'Straßenbau AG', 'Möbel KG', 'Technik GmbH'],
  headers: ['Kunden-Nr', 'Kunde', 'Region', 'Verkäufer', 'Produkt', 'Datum', 'Umsatz'],
};

export const CZECH: Names = {
  regions: ['Jižní Čechy', 'Morava', 'Praha', 'Vysočina'],
  reps: ['Novák', 'Dvořák', 'Černý', 'Procházková'],
  products: ['Řada A', 'Řada B', 'Servis'],
  cities: ['Plzeň', 'Brno', 'České Budějovice', 'Liberec'],
  firms: ['Stavby s.r.o.', 'Železo a.s.', 'Obchod s.r.o.', 'Nábytek s.r.o.'],
  headers: ['Číslo', 'Zákazník', 'Kraj', 'Prodejce', 'Výrobek', 'Datum', 'Částka'],
};

export const RUSSIAN: Names = {
  regions: ['Север', 'Юг', 'Москва', 'Урал'],
  reps: ['Иванов', 'Петрова', 'Сидоров', 'Смирнова'],
  products: ['Серия А', 'Серия Б', 'Сервис'],
  cities: ['Москва', 'Казань', 'Самара', 'Омск'],
  firms: ['Ромашка', 'Восток', 'Прогресс', 'Вега'],
  headers: ['Код', 'Клиент', 'Регион', 'Менеджер', 'Товар', 'Дата', 'Сумма'],
};

/** Seeded lines, sorted by region as such exports are. Every id once; amounts from 3.00 to 49,999.99. */
export function salesRows(names: Names, count: number, seed: number): SalesRow[] {
  const random = createRandom(seed);
  const pick = (n: number): number => Math.floor(random() * n);
  const rows = Array.from(
    { length: count },
    (_, i): SalesRow => ({
      id: `C${1000 + i}`,
      customer: names.cities[pick(names.cities.length)] + names.firms[pick(names.firms.length)],
      region: names.regions[pick(names.regions.length)],
      rep: names.reps[pick(names.reps.length)],
      product: names.products[pick(names.products.length)],
      date: [2024, 1 + pick(12), 1 + pick(28)],
      cents: 300 + pick(4_999_700),
    }),
  );
  return rows.sort((a, b) => names.regions.indexOf(a.region) - names.regions.indexOf(b.region));
}

const two = (n: number): string => String(n).padStart(2, '0');

export const isoOf = ([year, month, date]: SalesRow['date']): string => `${year}-${two(month)}-${two(date)}`;
