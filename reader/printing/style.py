"""The style sheet of the HTML page: a screen, a phone, paper; light and dark."""

CSS = """
:root { --paper: #fdfcf9; --ink: #1d1c1a; --soft: #6a655c; --line: #d9d4c8; --link: #1f5a86; --lit: #fff1c2; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #17181b; --ink: #e4e1da; --soft: #9c978c; --line: #3a3b40; --link: #8fc1ea; --lit: #4a3f17; }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 Charter, "PT Serif", Cambria, Georgia, "Noto Serif", "DejaVu Serif", serif; }
body { max-width: 42rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; overflow-wrap: break-word; hyphens: auto; }
article + article { margin-top: 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1.25rem; text-wrap: balance; hyphens: none; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); hyphens: none; }
h3 { font-size: 1rem; margin: 1.25rem 0 .35rem; color: var(--soft); hyphens: none; }
p { margin: 0 0 .75rem; }
.gist { font-size: 1.125rem; }
.note { font-size: .9375rem; line-height: 1.45; color: var(--soft); border-left: 3px solid var(--line); padding-left: .75rem; }
ul { margin: 0; padding-left: 1.25rem; }
li { margin-bottom: .4rem; }
dl { margin: 0; }
dt { font-weight: 600; }
dd { margin: 0 0 .75rem; }
.facts { font-size: .9375rem; line-height: 1.45; }
.facts div { display: grid; grid-template-columns: 11rem 1fr; gap: .75rem; }
.facts dt { font-weight: 400; color: var(--soft); }
.facts dd { margin: 0 0 .2rem; }
.events div { display: grid; grid-template-columns: 11.5rem 1fr; gap: .75rem; }
.timeline { display: block; width: 100%; max-width: 30rem; height: auto; margin: 0 0 1rem; overflow: visible; }
.timeline text { font: 11px/1 "Noto Sans", "DejaVu Sans", system-ui, sans-serif; fill: var(--ink); }
.timeline .axis, .timeline .pole { stroke: var(--soft); stroke-width: 1; }
.timeline .pole { stroke-width: .6; }
.timeline .day { fill: var(--link); stroke: var(--paper); stroke-width: 1; }
.timeline .span { fill: var(--paper); stroke: var(--link); stroke-width: 1.2; }
.note { margin: 1rem 0 1.5rem; }
.note blockquote { margin: 0 0 .4rem; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--soft); }
.note p { margin: .2rem 0; }
.note .about { color: var(--soft); font-size: .875rem; }
.missing { margin-top: 1.5rem; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--soft); }
a { color: var(--link); }
a.term { color: inherit; text-decoration: underline dotted; text-decoration-color: var(--soft); text-underline-offset: .18em; }
a.term:hover, a.term:focus { color: var(--link); text-decoration-style: solid; }
.cites { font-size: .8125rem; color: var(--soft); }
.cites a { text-decoration: none; }
.text p { position: relative; }
.number { font-size: .8125rem; color: var(--soft); margin-right: .35rem; }
.claims { list-style: none; padding-left: 0; }
.tag { display: block; font-size: .875rem; color: var(--soft); }
.added { font-size: .875rem; font-style: italic; color: var(--soft); }
dfn { font-style: normal; }
.whole { white-space: nowrap; }
.untranslated { color: var(--soft); font-size: .875em; }
:target { background: var(--lit); box-shadow: 0 0 0 .3rem var(--lit); border-radius: .1rem; }
.both { max-width: 76rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; column-gap: 2.5rem; }
.pair > * { min-width: 0; }
.pair .facts div { grid-template-columns: 8.75rem 1fr; }
.pair .events div { display: block; }
@media screen and (max-width: 48rem) {
  .pair { grid-template-columns: 1fr; }
  .pair > * + * { margin-bottom: 1rem; }
  h1.pair > * + *, h2.pair > * + *, h3.pair > * + * { margin: .2rem 0 0; font-weight: 400; }
}
@media (max-width: 34rem) {
  html { font-size: 1rem; }
  body { padding-top: 1.5rem; }
  h1 { font-size: 1.4rem; }
  .facts div, .events div { display: block; }
  .facts dd { margin-bottom: .5rem; }
}
@page { size: A4; margin: 22mm 20mm 20mm; }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #999; --link: #000; --lit: #fff; }
  html { font-size: 10.5pt; line-height: 1.4; }
  body { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  li, dt, dl > div, .timeline { break-inside: avoid; }
  dt { break-after: avoid; }
  .facts dt, .events dt { break-after: auto; }
  p, li, dd { orphans: 3; widows: 3; }
  .both { font-size: 9.5pt; max-width: none; }
  .pair { column-gap: 7mm; }
  .pair .facts div { display: grid; grid-template-columns: 6.5rem 1fr; }
  .pair h1, h1.pair { font-size: 1.35rem; }
  .both .glossary dl { columns: 1; }
  .glossary dl { columns: 2; column-gap: 8mm; font-size: 9pt; line-height: 1.35; }
  article + article { break-before: page; margin-top: 0; }
  a, a.term { text-decoration: none; }
}
"""
