/**
 * Public holidays of mainland China. The yearly decree with its make-up days cannot be computed, so it is a table;
 * years without one get the statutory days, which need the dates of three lunar feasts.
 */
export interface HolidayDecree {
  /** Runs of days off as [first, last], both inside, in MM-DD. */
  off: readonly (readonly [string, string])[];
  /** Weekend days that are worked instead (调休). */
  makeUp: readonly string[];
}

/** Decrees of the State Council by calendar year. */
export const HOLIDAY_DECREES: Readonly<Record<number, HolidayDecree>> = {
  2024: {
    off: [
      ['01-01', '01-01'],
      ['02-10', '02-17'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-10', '06-10'],
      ['09-15', '09-17'],
      ['10-01', '10-07'],
    ],
    makeUp: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    off: [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    makeUp: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    off: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    makeUp: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};

/**
 * Spring Festival, Dragon Boat and Mid-Autumn by year, in MM-DD. A table and never the platform's lunar calendar, which
 * puts Spring Festival 2027 and 2030 on the wrong day.
 */
export const LUNAR_FEASTS: Readonly<Record<number, readonly [spring: string, dragonBoat: string, midAutumn: string]>> =
  {
    2015: ['02-19', '06-20', '09-27'],
    2016: ['02-08', '06-09', '09-15'],
    2017: ['01-28', '05-30', '10-04'],
    2018: ['02-16', '06-18', '09-24'],
    2019: ['02-05', '06-07', '09-13'],
    2020: ['01-25', '06-25', '10-01'],
    2021: ['02-12', '06-14', '09-21'],
    2022: ['02-01', '06-03', '09-10'],
    2023: ['01-22', '06-22', '09-29'],
    2024: ['02-10', '06-10', '09-17'],
    2025: ['01-29', '05-31', '10-06'],
    2026: ['02-17', '06-19', '09-25'],
    2027: ['02-06', '06-09', '09-15'],
    2028: ['01-26', '05-28', '10-03'],
    2029: ['02-13', '06-16', '09-22'],
    2030: ['02-03', '06-05', '09-12'],
    2031: ['01-23', '06-24', '10-01'],
    2032: ['02-11', '06-12', '09-19'],
    2033: ['01-31', '06-01', '09-08'],
    2034: ['02-19', '06-20', '09-27'],
    2035: ['02-08', '06-10', '09-16'],
  };
