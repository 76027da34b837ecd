import { describe, expect, test } from 'vitest';
import { dayOf, isoDate } from '~/domain/period';
import { workingCalendar, workingDays } from '~/domain/workingDays';
import { holidaysFromFile, holidaysFromText } from '~/exchange/csv/holidayFile';

function daysOf(text: string): [string, string, string][] {
  const read = holidaysFromText(text);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value.map(({ day, kind, name }) => [isoDate(day), kind, name]);
}

const issuesOf = (text: string): (string | number | undefined)[][] => {
  const read = holidaysFromText(text);
  return read.ok ? [] : read.issues.map(({ code, place }) => [code, place?.row]);
};

describe('a table of days', () => {
  test('has a date, off or work, and a name, in Chinese or English, with or without a heading', () => {
    expect(daysOf('日期,类型,名称\n2027年2月6日,放假,春节\n2027-02-20,上班,春节补班\n')).toEqual([
      ['2027-02-06', 'off', '春节'],
      ['2027-02-20', 'work', '春节补班'],
    ]);
    expect(daysOf('2027-12-24;off;"Eve; early"\n2027-12-31;holiday;"Sylvester ""27"""')).toEqual([
      ['2027-12-24', 'off', 'Eve; early'],
      ['2027-12-31', 'off', 'Sylvester "27"'],
    ]);
  });

  test('may give a first and a last day, and no word for a day off', () => {
    expect(daysOf('2027-10-01\t2027-10-03\t休\t国庆').map(([day]) => day)).toEqual([
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ]);
    expect(daysOf('# own days\n\n2027-08-06,Founding day\n2027-08-09')).toEqual([
      ['2027-08-06', 'off', 'Founding day'],
      ['2027-08-09', 'off', ''],
    ]);
  });

  test('names every row it does not understand, and takes none', () => {
    const text =
      'date,kind,name\n2027-02-30,off,no such day\n2027-02-06,maybe,what\n3/4/2027,off,two days\n2027-05-01,off,fine';
    expect(issuesOf(text)).toEqual([
      ['import/badDate', 2],
      ['holidays/unreadable', 3],
      ['import/badDate', 4],
    ]);
    expect(issuesOf('2027-05-01,2028-05-01,off,a year')).toEqual([['import/badDate', 1]]);
    expect(issuesOf('2027-05-03,2027-05-01,off,backwards')).toEqual([['import/badDate', 1]]);
  });

  test('that holds no day is refused', () => {
    for (const text of ['', '  \n', 'date,kind,name', '{}', '[]', '{"a":', 'BEGIN:VCALENDAR\nEND:VCALENDAR']) {
      expect(issuesOf(text)).toEqual([['holidays/unreadable', undefined]]);
    }
  });
});

describe('lists in JSON', () => {
  test('by date, with a name, a truth or a record', () => {
    const text =
      '{"2027-01-01":"元旦","2027-02-20":{"name":"春节","isOffDay":false},"2027-05-01":true,"2027-05-09":"work"}';
    expect(daysOf(text)).toEqual([
      ['2027-01-01', 'off', '元旦'],
      ['2027-02-20', 'work', '春节'],
      ['2027-05-01', 'off', ''],
      ['2027-05-09', 'work', ''],
    ]);
  });

  test('as published in China: days with isOffDay, holidays beside workdays', () => {
    expect(daysOf('{"year":2027,"days":[{"name":"春节","date":"2027-02-06","isOffDay":true}]}')).toEqual([
      ['2027-02-06', 'off', '春节'],
    ]);
    const split =
      '{"holidays":{"2027-02-06":"Spring Festival,春节,4"},"workdays":{"2027-02-20":"Spring Festival,春节,4"}}';
    expect(daysOf(split)).toEqual([
      ['2027-02-06', 'off', 'Spring Festival 春节'],
      ['2027-02-20', 'work', 'Spring Festival 春节'],
    ]);
  });

  test('name what is no date or no kind by its place', () => {
    expect(issuesOf('[{"date":"2027-13-01"},{"date":"2027-01-01","kind":"half"},7]')).toEqual([
      ['import/badDate', 1],
      ['holidays/unreadable', 2],
      ['import/badDate', 3],
    ]);
  });
});

describe('a calendar file', () => {
  const event = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
  const file = (...events: string[]): string =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n');

  test('gives whole days up to the one before the end, folded lines joined, 班 as work', () => {
    const text = file(
      event('DTSTART;VALUE=DATE:20270205', 'DTEND;VALUE=DATE:20270208', 'SUMMARY:春节\\, 休'),
      event('DTSTART;VALUE=DATE:20270220', 'SUMMARY:春节（', ' 班）'),
      event('DTSTART:20271224T120000Z', 'DTEND:20271224T180000Z', 'SUMMARY:Half day'),
    );
    expect(daysOf(text)).toEqual([
      ['2027-02-05', 'off', '春节, 休'],
      ['2027-02-06', 'off', '春节, 休'],
      ['2027-02-07', 'off', '春节, 休'],
      ['2027-02-20', 'work', '春节（班）'],
      ['2027-12-24', 'off', 'Half day'],
    ]);
  });

  test('names an event without a date', () => {
    expect(issuesOf(file(event('SUMMARY:When?')))).toEqual([['import/badDate', 1]]);
  });
});

test('a file of any encoding is read, and one that is no text is refused', () => {
  const gb = Uint8Array.from([...'2027-02-06,'].map((c) => c.charCodeAt(0)).concat([0xb7, 0xc5, 0xbc, 0xd9])); // 放假
  expect(holidaysFromFile(gb)).toEqual({ ok: true, value: [{ day: dayOf(2027, 2, 6), kind: 'off', name: '' }] });
  const bom = new TextEncoder().encode('\ufeff2027-02-06,放假,春节');
  expect(holidaysFromFile(bom)).toMatchObject({ ok: true, value: [{ name: '春节' }] });
  expect(holidaysFromFile(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xff)).ok).toBe(false);
});

test('the decree of 2026 brought as a file gives the working days of the built-in table', () => {
  const rows = [
    '2026-01-01,2026-01-03,off',
    '2026-02-15,2026-02-23,off',
    '2026-04-04,2026-04-06,off',
    '2026-05-01,2026-05-05,off',
    '2026-06-19,2026-06-21,off',
    '2026-09-25,2026-09-27,off',
    '2026-10-01,2026-10-07,off',
    ...['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'].map((day) => `2026-${day},work`),
  ];
  const read = holidaysFromText(rows.join('\n'));
  if (!read.ok) throw new Error('was refused');
  const [from, to] = [dayOf(2026, 1, 1), dayOf(2026, 12, 31)];
  // On a calendar of plain weekdays, so that nothing comes from the built-in table.
  expect(workingDays(workingCalendar({ id: 'none', days: read.value }, from, to), from, to)).toBe(248);
});
