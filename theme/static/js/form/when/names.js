// When names: weekdays as an event file has them, in German in every language of the page.

import { spelled, weekday } from "../days.js";

export const weekdayName = (number, rules) => rules.when.weekday_names[number];
export const named = (day, rules) => `${weekdayName(weekday(day), rules).slice(0, 2)} ${spelled(day)}`;
