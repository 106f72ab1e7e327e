"""Rules of Russian times; :mod:`reader.facts.grammar` says how patterns are written."""

from reader.terms.languages.ru.facts.common import NOT_NAMES, is_common
from reader.terms.languages.ru.facts.guards import guarded, judged, prepared

__all__ = ["CLOCKS", "COMMA_DECIMAL", "DATES", "JOINED", "MACROS", "RANGES", "TRIGGERS"]
__all__ += ["FREE_AFTER", "JOINS", "NOT_NAMES", "guarded", "is_common", "judged", "prepared"]

COMMA_DECIMAL = True
JOINS: frozenset[str] = frozenset()
FREE_AFTER = frozenset("его ее их он она они оно мы не уже еще все там тут".split())
"""What may follow an adjective whose noun has been left out: в прошлом его отменили."""
TRIGGERS = frozenset(
    "month monthadj wd wdadj wds unit yunit yunitp yr yrs halfunit weekend part noon season rday eve named clock "
    "dots slashes years set sets longadj qabbr year dec2 psuf half without monthpart ordp in tail cent roman "
    "quarterhour nextpart unit1 osuf".split()
) - {"in"}
"""Classes without one of which a sentence has no time."""

MACROS = {
    "n": "day year int dec dec2 card onehalf one coll pair",
    "mins": "day card int",
    "nday": "day card",
    "u": "unit unit1 yunit yunitp",
    "yw": "yunit unit1 yr",
    "yone": "yunit unit1",
    "yws": "yunitp yrs",
    "line": "hy dash",
    "point": "tday twd tnamed tmon tyear tunit tclk tpart tspan",
    "prep": "in till from by after",
    "nth": "ord roman",
    "calendar": "tmon tyear tunit tspan",
    "shown": "tday twd tnamed",
}
_YEAR = "(year (hy osuf)? ((yone | yr dot?))? | ord yw)"
_DAY = "(day (hy (osuf | psuf))? | ord)"
_RELYEAR = "(rel | prevrel) yunit"
_OF_YEAR = f"(comma? {_YEAR} | {_RELYEAR} | same zhe (yunit | year (yone | yr dot?)))"
_BC = "till (era dot era2 dot? | era1 | our era3)"
_ZONE = "(thru (zone | local) time? | zone)"
_NTH = "(ord | roman | day hy osuf | day)"

CLOCKS = (
    ("year hy (day | code) hy (day | code) (tail | meas) code (zone | tail)?", "iso_time"),
    (f"clock {_ZONE}?", "clock"),
    ("half ord (part | unit)?", "clock_half"),
    ("half ord", "clock_half"),
    ("quarterhour ord (part | unit)?", "clock_minutes_of"),
    ("quarterhour ord (?! [cap x])", "clock_minutes_of"),
    ("mins unit ord (part | unit)", "clock_minutes_of"),
    ("without (mins | quarterhour) (unit)? nday (part | unit)?", "clock_before"),
    (f"(nday | one) unit (mins unit)? (part | unit) {_ZONE}?", "clock_hours"),
    (f"(nday) part {_ZONE}?", "clock_hours"),
    (f"(?<=[in]) unit part {_ZONE}?", "clock_hours"),
    ("from nday (till | thru) nday unit (part | unit)?", "clock_range"),
    ("from nday (till | thru) nday part", "clock_range"),
    ("between nday and nday unit", "clock_range"),
    ("(?<= in) unit unit", "clock_hours"),
    (f"(?<=[prep]) nday unit dot? mins unit {_ZONE}?", "clock_bare_hours"),
    (f"(?<=[prep]) nday unit (mins unit)? {_ZONE}?", "clock_bare_hours"),
    (f"(?<=[prep]) dec2 {_ZONE}?", "clock_dots"),
    (f"dec2 {_ZONE}", "clock_dots"),
    ("(year | int | code) zone", "clock_military"),
    ("noon", "noon"),
)
DATES = (
    ("named", "named"),
    ("eve (?= [named day])", "keep"),
    # Days.
    ("year hy day hy day", "iso_day"),
    ("dots ((yone | yr dot?))?", "dots"),
    ("dec2 (?= in tclk)", "day_dots"),
    ("slashes", "slashes"),
    (f"from {_DAY} (till | thru) {_DAY} month {_OF_YEAR}?", "day_range"),
    (f"between {_DAY} and {_DAY} month {_OF_YEAR}?", "day_range"),
    (f"of {_DAY} till {_DAY} month {_OF_YEAR}?", "day_range"),
    (f"{_DAY} line {_DAY} month {_OF_YEAR}?", "day_range"),
    (f"{_DAY} month {_OF_YEAR}?", "date"),
    (f"{_DAY} (?= ((comma {_DAY})* and {_DAY}) month)", "day_of_list"),
    (f"(?<= [from]) {_DAY} (?= on {_DAY} month)", "day_of_list"),
    (
        "(int | day) hy psuf monthpart (rel? u | month) (year yw? dot? | rel yunit)?",
        "tens_of_month",
    ),
    ("ordp monthpart (rel? u | month) (year yw? dot? | rel yunit)?", "tens_of_month"),
    ("relp monthpart (rel? u | month) (year yw? dot? | rel yunit)?", "last_of_month"),
    ("wd comma? day hy (osuf | psuf) (?! [month])", "day_told"),
    (f"ord unit month {_OF_YEAR}?", "nth_day"),
    ("(day (hy osuf)? | ord) monthpart (?! [every]) (rel (unit))?", "day_told"),
    # Seasons, before years.
    ("years (school yunit?)? ((yone | yr dot?) | (yunitp | yrs dot?))?", "school_year"),
    ("year line year school (yw | yws)", "year_range"),
    ("season years ((yone | yr dot?))?", "season_years"),
    ("season year line year ((yunitp | yrs dot?))?", "season_years"),
    (f"season {_OF_YEAR}?", "season"),
    ("(rel | relp) season", "rel_season"),
    # Quarters and halves.
    (f"{_NTH} (?= (and | comma) {_NTH} (unit | qabbr))", "part_of_list"),
    (f"{_NTH} (unit | qabbr) dot? {_OF_YEAR}", "part_of_year"),
    (f"{_NTH} (unit | qabbr dot)", "part_of_year"),
    (f"relp (unit | qabbr dot?) {_OF_YEAR}", "last_of_year"),
    ("ord half unit", "half_of_day"),
    (f"(ord | ordp | relp) (card | day) unit ({_YEAR} | {_RELYEAR} | yunit)", "units_of_year"),
    (f"(ord) (unit | tendays) month {_OF_YEAR}?", "week_of_month"),
    (f"ord half ({_YEAR} (?! [hy psuf]) | {_RELYEAR} | yunit)", "half_of_year"),
    # Centuries and decades.
    ("((int | day) hy (psuf | osuf) yws dot? | ordp yws dot?) rel unit", "decade_of_rel_century"),
    (
        "((int | day) hy (psuf | osuf) yws dot? | ordp yws dot?) (roman | ord) (unit | cent dot? | in dot)",
        "decade_of_century",
    ),
    (
        "(roman | ord) (?= (line | and | comma) in? beg (roman | ord) (unit | cent | in dot))",
        "century_of_list",
    ),
    (
        f"(roman | ord) (line | and) (roman | ord) (unit | cent dot? | in dot) (cent dot?)? ({_BC})?",
        "centuries",
    ),
    (f"(roman | ord) (unit | cent dot? | in dot) ({_BC} | era dot era2 dot? | era1)?", "century"),
    ("day hy osuf (unit | cent dot?)", "century"),
    ("(?<= in) day unit", "century"),
    ("year hy (psuf | osuf) (yunitp | yrs dot?)", "decade"),
    ("year line year hy psuf (yunitp | yrs dot?)?", "decades"),
    ("(int | day) line (int | day) hy psuf (yunitp | yrs dot?)?", "decades"),
    ("year hy psuf", "decade"),
    ("year hy osuf (?! [yunit yr])", "year"),
    ("(int | day) hy (psuf | osuf) (yunitp | yrs dot?)", "decade_short"),
    ("(int | day) hy psuf", "decade_short"),
    ("ordp (yunitp | yrs dot?)", "decade_short"),
    ("(?<= [in till from after of thru by beg]) ordp (?! [monthpart unit])", "decade_short"),
    ("day hy (osuf | psuf)", "day_alone"),
    # Fiscal years.
    ("year fiscal yunit?", "fiscal"),
    # Ranges of months and years.
    (f"month line month {_OF_YEAR}?", "month_range"),
    (
        "from (year | int) (hy osuf)? (thru | till) year (hy osuf)? (yone | yunitp | yr dot? | yrs dot?)",
        "year_range",
    ),
    ("year thru year (yunitp | yrs dot?)", "year_range"),
    ("from year (hy osuf)? thru year (hy osuf)? (?! [meas scale percent cur])", "year_range"),
    ("between year and year (yunitp | yrs dot?)", "year_range"),
    ("year line (year | int | day) ((yunitp | yrs dot?))", "year_range"),
    ("year line year (?! [line day])", "year_range"),
    # Months.
    (f"(month | monthadj) {_OF_YEAR}?", "month"),
    ("(rel | prevrel) month", "rel_month"),
    # Years.
    (f"(year | int | day) (yone | yr dot?) ({_BC} | era dot era2 dot? | era1)", "year_bc"),
    ("year (hy osuf)? (yone | yr dot?)", "year"),
    ("ord yunit", "year"),
    ("int (yunit | yr dot)", "year"),
    ("year (?= (comma year)* comma? (and | comma | or) year (yws | yw))", "year"),
    ("year (yunitp | yrs dot?)", "year"),
    ("(?<= [in]) year (?= [cap x])", "year"),
    ("(?<= [beg]) year (?= [line] [beg])", "year"),
    (
        "(?<= [in till from by after of lpar]) year (?= [comma dot semi rpar and line close quote])",
        "year",
    ),
    ("(?<= [in till from by after of lpar]) year $", "year"),
    # Weekdays.
    ("(rel | near | prevrel) wd", "rel_weekday"),
    ("wd (?= [on] [rel] [unit])", "weekday"),
    (f"(ord | relp | rel) wd month {_OF_YEAR}?", "nth_weekday"),
    ("(ord | relp) wd every unit", "nth_weekday"),
    (f"(ordp | relp) weekend month {_OF_YEAR}?", "nth_weekend"),
    ("wd", "weekday"),
    # Recurrences.
    ("set", "set"),
    ("every halfunit", "every_half"),
    ("(?<! [from]) every (n | ord | other)? (u | wd | part | season | month | weekend)", "every"),
    ("thru (wds | sets)", "set_plural"),
    ("(?<= [and comma]) wds", "set_plural"),
    ("n? (once | times) in n? u", "once"),
    ("twice in u", "once"),
    # Durations that end or begin at publication.
    ("relp n u", "last_or_next"),
    ("(?<= [over within]) relp u", "relp_unit"),
    ("relp unit (?! [ago])", "relp_long"),
    # From today, or from a day that was named.
    ("(several | manyword | about) u same? ago", "none"),
    ("(several | manyword) u later", "none"),
    ("u n same? ago", "ago_about"),
    ("u through n", "through_about"),
    ("(through | within)? quarterhour unit ago?", "quarter_of"),
    ("(n | tens) u same? ago", "ago"),
    ("(unit | unit1 | yunit) same? ago", "ago"),
    ("n from half u same? ago", "ago"),
    ("halfunit same? ago", "ago"),
    ("halfunit same? ago", "none"),
    ("(through | later) (n | tens)? u (?! [after before u])", "through"),
    ("(through | later) (n | tens)? u (?= [after before])", "through_what"),
    ("(through | later) n from half u", "through"),
    ("(through | later) halfunit", "through"),
    ("(?<= over) n? u (?= till)", "duration"),
    ("nextpart", "next_part"),
    ("(earlier | later) in rel u", "part_of_rel"),
    ("part (earlier | later)", "day_shifted"),
    ("several u (earlier | later)", "none"),
    ("(?<= [on]) n? u (?= (earlier | later))", "through_what"),
    ("(n)? u (earlier | later)", "shifted"),
    ("halfunit (earlier | later)", "shifted"),
    ("(same zhe? | rel zhe) part", "same_part"),
    ("rel (?= and rel u)", "rel_of_list"),
    ("(same | rel) zhe u", "same_unit"),
    ("(rel | prevrel) u", "rel_unit"),
    ("same u", "same_unit"),
    ("eve", "eve"),
    ("rday", "rday"),
    ("(rel | near | relp)? weekend", "weekend"),
    # Parts of a day.
    ("wdadj part", "weekday_part"),
    ("(rel | prevrel | relp)? (lateadj | earlyadj)? part", "part"),
    # Durations.
    (f"(card | day | coll) unit ({_YEAR} | {_RELYEAR})", "months_of_year"),
    ("n hy tail", "adjective"),
    ("longadj", "adjective"),
    ("n (line | and | or) n u", "duration_range"),
    ("of n till n u", "duration_range"),
    ("n from half u", "duration"),
    (
        "(n | tens | scale) scale? (unit | yunit | yunitp) (and? (int | day | card | one | dec | dec2) (unit | yunit | yunitp))*",
        "duration",
    ),
    ("u and n u", "duration"),
    ("halfunit", "halfunit"),
    ("(?<= [within]) u", "duration"),
    ("(?<= [lasted]) u (?! [x])", "duration"),
    ("(?<= [about more less]) u (?! [ago later earlier through from])", "put_off"),
    ("(?<= [x] [on]) u (?! [month year every ago])", "put_off"),
    ("(?<= [beg]) u", "this_unit"),
    ("(ordp | relp | ord) unit (?= [year month season roman rel yunit])", "first_units"),
    ("our era3", "keep"),
)
JOINED = (
    ("eve tday", "eve_of"),
    ("eve tnamed", "eve_of"),
    ("(over | through) tdur (till | after) shown", "counted_from"),
    ("tdur (after) shown", "counted_from"),
    ("(over | through) tdur (till | after) (tyear | tmon)", "counted_from"),
    ("tdur after (tyear | tmon)", "counted_from"),
    ("tday after shown", "day_after"),
    ("tspan shown", "weekend_of"),
    ("tspan tspan", "weekend_of"),
    ("beg (calendar | tweek)", "part_of"),
    ("firsts calendar", "part_of"),
    ("ord half calendar", "half_of"),
    ("tpart on shown", "night_before"),
    ("tpart from (tday | twd | day) on shown", "night_before"),
    ("tclk from (tday | twd | day) on shown", "midnight_between"),
    ("tpart (comma | in | on)? shown (comma? in? tclk)?", "part_on"),
    ("shown comma shown comma? in? tclk", "clock_on"),
    ("shown comma? in? tclk", "clock_on"),
    ("tclk comma? (in | on)? shown (comma lpar? shown)?", "clock_on"),
    ("shown comma? tpart", "part_on"),
    ("shown comma shown", "one_day"),
    ("shown lpar shown rpar?", "one_day"),
    ("twd tday", "one_day"),
    ("twd on tunit", "weekday_in_week"),
)
RANGES = (
    ("from point (till | thru) point", "range"),
    ("of point till point", "range"),
    ("between point and point", "range"),
    ("point line point", "dash_range"),
    ("not later point", "until"),
    ("not earlier point", "since"),
    ("(till | thru | by) point", "until"),
    ("begin from point", "since"),
    ("from point", "since"),
    ("after point", "since"),
)
