"""Rules of English times; :mod:`reader.facts.grammar` says how patterns are written."""

from reader.terms.languages.en.facts.common import NOT_NAMES, is_common
from reader.terms.languages.en.facts.guards import guarded, judged, prepared

__all__ = ["CLOCKS", "COMMA_DECIMAL", "DATES", "JOINED", "MACROS", "RANGES", "TRIGGERS"]
__all__ += ["FREE_AFTER", "JOINS", "NOT_NAMES", "guarded", "is_common", "judged", "prepared"]

COMMA_DECIMAL = False
JOINS = frozenset(("hy", "and"))
FREE_AFTER = frozenset("it they he she we not".split())
"""What may follow an adjective whose noun has been left out."""
TRIGGERS = frozenset(
    "month wd wds unit units yunit weekend noon season fall rday tonight overnight named clock "
    "slashes years set year ordp psuf ampm oclock part mornings fy fiscal qcode half dec2 dots bc zone "
    "qunit sets ad osuf".split()
)
"""Classes without one of which a sentence has no time."""

MACROS = {
    "n": "day year int dec dec2 card one pair tens",
    "nday": "day card one",
    "u": "unit units yunit qunit",
    "mins": "day card int",
    "u1": "unit yunit qunit",
    "line": "hy dash",
    "num": "day int card one",
    "point": "tday twd tnamed tmon tyear tunit tclk tpart",
    "calendar": "tmon tyear tunit",
    "shown": "tday twd tnamed",
    "untils": "until by beforep through",
    "sinces": "since after",
    "lasts": "rel prevrel",
    "seas": "season fall",
    "way": "later earlier beforep",
}
_DAY = "(day osuf? | ord)"
_RELYEAR = "((rel | prevrel | same) yunit)"
_OF_YEAR = f"(comma? year | comma? of? {_RELYEAR})"
_ZONE = "(zone | place time | place place time | local time)"
_Z = f"(lpar {_ZONE} rpar | {_ZONE})?"
_NTH = "(ord | day osuf)"
_QUARTER = f"{_NTH} hy? qunit"

CLOCKS = (
    ("year hy (day | code) hy (day | code) (tail | meas) code (zone | tail)?", "iso_time"),
    (f"clock ampm? {_Z}", "clock"),
    (f"(day | card | one) line (day | card | one) ampm {_Z}", "clock_range"),
    (f"from (day | card | one) (to | until | till) (day | card | one) ampm {_Z}", "clock_range"),
    (f"between (day | card | one) and (day | card | one) ampm {_Z}", "clock_range"),
    (f"dec2 ampm {_Z}", "clock_dots"),
    (f"(day | card | one) ampm {_Z}", "ampm"),
    ("(half | a? qunit | mins) past nday ampm?", "clock_past"),
    ("(a? qunit | mins) to nday (ampm | (?= [in]))", "clock_to"),
    (f"nday oclock ((in the)? part | ampm)? {_Z}", "oclock"),
    ("nday (?= in the part)", "hour_of_part"),
    ("(?<= [at by until since about]) nday (?= (tonight | rel part))", "hour_of_part"),
    ("(?<= [at by until since about]) nday (?= on? wd part)", "hour_of_part"),
    ("(year | int | code) (hours_word)? zone", "clock_military"),
    (f"noon {_Z}", "noon"),
)
DATES = (
    (f"named (comma? year | {_RELYEAR})?", "named"),
    # Days.
    ("year hy (day | code) hy (day | code)", "iso_day"),
    ("slashes", "slashes_month_first"),
    ("dots", "dots"),
    (f"from {_DAY} (to | through | until) {_DAY} of? month {_OF_YEAR}?", "day_range"),
    (f"between {_DAY} and {_DAY} of? month {_OF_YEAR}?", "day_range"),
    (f"(between) month {_DAY} and the? {_DAY} {_OF_YEAR}?", "day_range"),
    (
        f"from month {_DAY} (to | through | until) the? {_DAY} (?! [month unit units]) {_OF_YEAR}?",
        "day_range",
    ),
    (f"{_DAY} line {_DAY} of? month {_OF_YEAR}?", "day_range"),
    (f"month (dot (?= [day ord]))? {_DAY} line {_DAY} (?! [month]) {_OF_YEAR}?", "day_range"),
    (
        f"month (dot (?= [day ord]))? {_DAY} (to | through) the? {_DAY} (?! [month]) {_OF_YEAR}?",
        "day_range",
    ),
    (f"{_DAY} (of)? month {_OF_YEAR}?", "date"),
    (f"month (dot (?= [day ord]))? the? {_DAY} (?! [percent unit units]) {_OF_YEAR}?", "date"),
    ("(?<= [month] [day] [movedto]) the? day osuf? (?! [x cap month percent scale])", "day_alone"),
    ("day osuf? (?= ((comma day osuf?)* and day osuf?) of? month)", "day_of_list"),
    (
        "(?<= month day comma) day (?= (comma day)* comma? and day (?! [x cap percent scale meas]))",
        "day_alone",
    ),
    ("(?<= month day comma day and) day (?! [x cap percent scale meas])", "day_alone"),
    ("(?<= month day comma day comma and) day (?! [x cap percent scale meas])", "day_alone"),
    ("(?<= month day and) day (?! [x cap unit units percent scale meas])", "day_alone"),
    ("(?<= month dot day and) day (?! [x cap unit units percent scale meas])", "day_alone"),
    ("(?<= month day osuf and) day osuf", "day_alone"),
    ("(?<= [on by until since beforep after] the) day osuf (?! [cap month unit hy])", "day_told"),
    ("the? day osuf of (rel) unit", "day_told"),
    ("wd comma? the day osuf (?! [of month])", "day_told"),
    (f"(ord | rel | final) unit (of | in) month {_OF_YEAR}?", "nth_day"),
    ("wd beforep rel (?! u1)", "weekday_of_rel"),
    # Seasons.
    ("(?<= the) years", "school_year"),
    ("years", "school_year"),
    ("seas of? years", "season_years"),
    ("seas of? the? year line (year | day | int)", "season_years"),
    ("the (unit | yunit | seas | part) beforep rel (?! [u1 month wd seas])", "unit_before_last"),
    (f"seas (of)? {_OF_YEAR}", "season"),
    ("(rel | prevrel) seas", "rel_season"),
    ("seas", "season"),
    # Quarters and halves.
    (f"{_NTH} (?= (and | comma) {_NTH} hy? (qunit | units))", "part_of_list"),
    (f"(?<= [and comma]) {_NTH} hy? units ((of)? (the)? {_OF_YEAR})?", "part_of_year"),
    (f"{_QUARTER} (of)? (the)? {_OF_YEAR}", "part_of_year"),
    (f"{_QUARTER} of the yunit", "part_of_year"),
    (f"{_QUARTER}", "part_of_year"),
    (f"(rel | final) qunit of the? ({_OF_YEAR} | yunit)", "last_of_year"),
    ("ord half of the unit (?! [x])", "half_of_day"),
    (f"qcode (of)? {_OF_YEAR}?", "q_of_year"),
    (f"(ord | rel | past) (card | day) (units) of the? ({_OF_YEAR} | yunit)", "units_of_year"),
    (f"ord unit (of | in) month {_OF_YEAR}?", "week_of_month"),
    (f"{_NTH} half of the? ({_OF_YEAR} (?! psuf) | yunit)", "half_of_year"),
    ("ord hy half", "half_alone"),
    # Centuries and decades.
    (
        f"{_NTH} (?= (line | and | to) the? (lateday | beg) hy? {_NTH} (unit | units))",
        "century_of_list",
    ),
    (f"{_NTH} (line | and | to) the? {_NTH} (unit | units) bc?", "centuries"),
    (f"{_NTH} hy? (unit | units) bc?", "century"),
    ("year psuf", "decade"),
    ("apos (int | day) psuf", "decade_short"),
    ("(int | day) psuf", "decade_short"),
    ("ordp", "decade_short"),
    # Fiscal years.
    ("(fiscal yunit? | fy) years", "school_year"),
    ("(fiscal yunit? | fy) year line (year | day)", "year_range"),
    ("fiscal (yunit | units)? (year | day)", "fiscal"),
    ("(?<= [fiscal] [units] [year] [and to through]) year", "fiscal_too"),
    ("fy (year | day | int | code)", "fiscal"),
    # Ranges of months and years.
    (f"month (dot (?= [day ord]))? line month {_OF_YEAR}?", "month_range"),
    ("year line (year | day | int) (?! [hy psuf])", "year_range"),
    # Months.
    (f"month (dot (?= [day ord]))? (of)? {_OF_YEAR}", "month"),
    ("(rel | prevrel) month", "rel_month"),
    ("month", "month"),
    # Years.
    ("ad (year | int | day)", "year_bc"),
    ("(year | int | day) (bc | ad)", "year_bc"),
    ("yunit year", "year"),
    ("year", "year"),
    # Weekdays.
    ("(?<= [every] [wd] [and comma]) wd", "set_plural"),
    (f"(ord | rel | final) wd (in | of) month {_OF_YEAR}?", "nth_weekday"),
    ("(ord | rel | final) wd (in | of) every u1", "nth_weekday"),
    (f"(ord | rel | final) weekend (in | of) month {_OF_YEAR}?", "nth_weekend"),
    ("rel? near wd", "rel_weekday"),
    ("(rel | prevrel | follow) wd", "rel_weekday"),
    ("wd (rel) unit", "weekday_of_rel_week"),
    ("wd", "weekday"),
    # Recurrences.
    ("(n | a) wds ago", "none"),
    ("set", "set"),
    ("every half (hy | a)? u", "every_half"),
    ("every (n | ord | other)? (u | wd | part | seas | month | weekend)", "every"),
    ("(?<= [on]) wds", "set_plural"),
    ("(?<= [on at]) sets", "set_plural"),
    ("wds", "set_plural"),
    ("once (a | every | in a) n? u", "once"),
    ("twice a u", "once"),
    ("n times a u", "once"),
    # Durations that end or begin at publication.
    ("(ord | rel) (units | unit) (?= of the? [year month rel yunit seas])", "first_units"),
    ("(rel | past) n u", "last_or_next"),
    ("(?<= the) (rel | past) u1", "past_unit"),
    ("past u1", "past_unit"),
    # From today, or from a day that was named.
    ("(n | a) (a half)? and a half u ago", "ago_half"),
    ("(n | a) u and a half (ago | later)", "ago_half"),
    ("(half a | a) u ago", "ago"),
    ("(several | about) (units) ago", "none"),
    ("a? qunit of a u ago", "quarter_of"),
    ("(n | a pair of? | n hundred) u ago", "ago"),
    ("u1 ago", "ago"),
    ("(in) n u (?! [ago way of]) (?! a u)", "in_units"),
    ("(in) a u (?! [ago way of])", "in_units"),
    ("(n | a) u (from now)", "ago_from_now"),
    ("a u (?= [after beforep from] [named month wd day])", "duration"),
    (
        "n u (way | after that) (?! [x cap the a named month day wd year rel rday ord seas])",
        "shifted",
    ),
    ("a u (later | earlier)", "shifted"),
    ("(half) a u (later | earlier)", "shifted"),
    ("a u beforep (?! [the a x cap named month day wd year rel rday ord seas])", "shifted"),
    ("n u (earlier | later)", "shifted"),
    ("day beforep rday", "day_by_day"),
    ("day after rday", "day_by_day"),
    ("unit beforep rday", "day_by_day"),
    ("unit after rday", "day_by_day"),
    ("(prevrel | follow) u1", "follow_unit"),
    ("same u1", "same_unit"),
    ("(earlier | later) rel u1", "part_of_rel"),
    ("rel u1", "rel_unit"),
    ("yunit beforep (?! [x cap the a])", "unit_before"),
    ("unit (beforep | earlier) (?! [x cap the a named month day wd])", "unit_before"),
    ("unit after (?! [x cap the a named month day wd])", "unit_after"),
    ("rday", "rday"),
    ("rel? weekend", "weekend"),
    # Parts of a day.
    ("part (beforep | after) (?! [the a x cap named month day wd year rel rday])", "part_beside"),
    ("follow part", "same_part"),
    ("rel part", "rel_part"),
    ("same part", "same_part"),
    ("tonight", "tonight"),
    ("overnight", "overnight"),
    ("part", "part"),
    # Durations.
    ("n hy u1 hy x", "age_word"),
    ("n hy u1", "adjective"),
    ("n (hy | dash | or | to) n u", "duration_range"),
    ("(?<= lasted) a u (?! [x of and])", "duration"),
    ("from n to n u", "duration_range"),
    ("between n and n u", "duration_range"),
    ("(n | a) u and a half", "duration_and_half"),
    ("n and a half u", "duration_half"),
    ("half a u", "half_unit"),
    ("(a)? (n (scale | tens)? | scale) of? u (and? n u)*", "duration"),
    ("(?<= [for within about than]) a u", "duration"),
    ("(?<= [x to least]) a u (?! [x cap of and])", "put_off"),
    ("a? qunit of a u (later | earlier)?", "quarter_of"),
    ("(yunit | unit) (hy | apos x) beg", "unit_end"),
    ("lateday hy (yunit | unit) (?! [hy])", "unit_end"),
    ("a u and n u", "duration"),
    ("(?<= [after]) a (yunit | unit) (?= of [x cap])", "duration"),
    ("yunit hy? to hy? date", "year_to_date"),
)
JOINED = (
    ("lateday on? (tday | twd) tpart", "part_on"),
    ("lateday on? (tday | twd)", "late_on"),
    ("(beg (hy | of) | lateday hy? of? | firsts of) (the)? calendar", "part_of"),
    ("beg of the (u1)", "start_of_unit"),
    ("ord half of the? calendar", "half_of"),
    ("twd tday comma? at? tclk", "clock_on"),
    ("tclk on? twd tpart", "clock_on_part"),
    ("tpart from? (shown) to (shown)", "night_of_two"),
    ("tspan on? (shown)", "hours_on"),
    ("tdur (after | beforep | earlier | from) (shown | tyear | tmon)", "counted_from"),
    ("unit (after | beforep) shown", "day_after"),
    ("tspan of? the? shown", "weekend_of"),
    ("tspan of? the? tspan", "weekend_of"),
    ("unit of the? shown", "week_of"),
    ("lateday units of (shown) tpart?", "hours_of"),
    ("tnamed tspan", "named_weekend"),
    ("tpart of the? (shown)", "part_on"),
    ("tpart of the? tspan", "night_of_days"),
    ("shown dot? comma shown comma? (at | on | in)? (the)? (tclk)", "clock_on"),
    (
        "(?<! [tday twd] [to through hy dash]) shown comma? (at | on | in)? (the)? (tclk)",
        "clock_on",
    ),
    ("tclk comma? (on | in | at)? (the)? shown (comma lpar? shown)?", "clock_on"),
    ("tclk (on | in)? (the)? tpart of shown", "clock_on"),
    ("tclk (rel | in the)? tpart", "clock_part"),
    ("shown comma? (in the)? tpart", "part_on"),
    ("tpart comma? (on)? shown", "part_on"),
    ("shown dot? comma shown", "one_day"),
    ("shown lpar shown rpar?", "one_day"),
    ("twd tday", "one_day"),
    ("twd (of)? tunit", "weekday_in_week"),
)
RANGES = (
    ("from the? point comma? (to | until | through) the? point", "range"),
    ("between the? point and the? point", "range"),
    ("point line point", "dash_range"),
    ("point (to | through) point", "plain_range"),
    ("not (later | earlier) than the? point", "not_later"),
    ("(untils) the tyear", "until_part"),
    ("(sinces) the tyear", "since_part"),
    ("(untils) point", "until"),
    ("(since | after) point", "since"),
    ("(untils) the (tday | twd | tnamed | tmon | tunit | tclk | tpart)", "until"),
    ("(since | after) the (tday | twd | tnamed | tmon | tunit | tclk | tpart)", "since"),
    ("from the? point", "since"),
)
