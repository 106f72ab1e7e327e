"""Given names, to tell Мелания Трамп from Трамп. Plain lists: no dictionary is read for them."""

from __future__ import annotations

_RUSSIAN = """
александр александра алексей алексия алёна алина алиса алла альберт альбина анастасия анатолий
ангелина андрей анжелика анна антон антонина аркадий арсений артём артур богдан борис вадим
валентин валентина валерий валерия василий василиса вера вероника виктор виктория виталий влад
владимир владислав владлен всеволод вячеслав галина геннадий георгий герман глеб григорий дарья
денис дмитрий ева евгений евгения егор екатерина елена елизавета ефим жанна захар зинаида зоя
иван игнат игорь илья инна иосиф ирина карина кира кирилл клавдия клара константин кристина
ксения лариса лев леонид лидия лилия любовь людмила макар максим маргарита марина мария марк марта
матвей михаил надежда наталия наталья никита николай нина оксана олег олеся ольга павел петр пётр
полина раиса регина рената римма роман ростислав руслан светлана святослав семён сергей софия софья
станислав степан тамара тарас татьяна тимофей тимур ульяна фёдор федор филипп эдуард элеонора
эльвира эмилия эмма юлиан юлия юрий яков яна ярослав
абульфаз айдын акиф али алим ариф арзу асад асиф ахмед ахмад вагиф везир вилаят вугар гейдар гюльнара
джамиля джаваншир заур захид зохраб ибрагим ильгар ильхам ильхама интигам искандер камал камиль кямаль
кямран лала лейла магомед мамед махмуд мехрибан микаил мубариз муслим мухаммад муса мурад надир назим
намик нариман натаван натиг натик низами октай парвиз рамиз рамиль рауф рафаэль рафик рашад ровшан
рустам самед самир самира сабина севда севиндж севиль тахир тогрул тофик фарид фарида фатима физули
фуад халид хикмет эльдар эльмар эльман эльмира эльнур эльчин эмин юсиф ягуб ясин
армен ара арам арарат арсен ашот вазген вартан гагик гарегин давид завен карапет карен левон мгер
микаэл норайр рубен сурен тигран эдвард
абдулла азиз айгуль алишер аслан батыр бахтияр гульнара дамир джамшид ислам карим мустафа нурлан
нурсултан омар ринат саид султан тимур улугбек фируз хасан хусейн шавкат шамиль эмомали
адам адриан алан алекс алистер альберто альфред андреас андреа анджела ангела анн антонио арнольд барак
барбара барри барт бен бенджамин беньямин бернард бернар билл боб борис брайан брюс бьянка ванесса
вернер вивьен вильгельм винсент вирджиния вольфганг гарри генри георг герхард гэри дакота дейвид
джаред джейк джеймс джейн джейсон джек джеки джениффер дженнифер джеральд джерри джессика джефф
джеффри джилл джим джимми джина джо джоан джон джонатан джордж джорджия джорджа джошуа джозеф джулия
джули джулиан дик дин диана дональд доминик дороти дуглас дэвид дэн дэниел жак жан жанна жозеф жюль
иванка ивана ингрид ирен исаак йенс йозеф йоханнес камала карл карла карлос кейт кевин кеннет ким
кирк кларк клаус клинт колин конрад кристиан кристофер крис кэрол кэролайн лара ларри лаура лео леонард
линда линдон лиза лора лоуренс луис луи луиза лукас людвиг люк майк майкл маделин малкольм мануэль
маркус мартин маргарет мелания мелинда мерил мила мигель митч мишель моника мэг мэри мэтью нельсон
нил ник николас николь нэнси оливер оливия отто памела патрик паула пауль педро пётр пит пол рекс
ричард роберт роджер рой рональд рон роуз руперт рут рэнд сал салли сара себастьян сильвия симон
синди скотт софи стив стивен стивени стэнли сьюзен тед тереза тиффани тим тимоти том томас тони
уильям уинстон урсула уолтер фредерик фред фрэнк франк франсуа фридрих ханна ханс хелен хиллари
хуан чарльз чарли шарлотта шарль шон эдгар эдит эдмунд эдуардо элизабет эллен элис эмиль эммануэль
энди эндрю энн энтони эрик эрика эрнест эстер эшли юлиус бэррон баррон лев реджеп тайип касым кемаль
абдул ахмет мехмет мевлют хакан винус серена рафаэль новак криштиану роналду килиан неймар зинедин усэйн
симона льюис михаэль пьер колин стелла оскар марсель эмиль гюстав огюст анри альфонс оноре онорина
федерико антониу жозе жоао жоау диего пабло сальвадор фернандо рамон хавьер энрике матео лоренцо
леонардо микеланджело джованни джузеппе паоло марко лука франческо беатриче кьяра джулио
ганс гюнтер хайнц юрген штефан олаф ангелика грета астрид сорен бьорн ларс свен магнус
юсуф юнус билал халил мохаммед мухаммед салман башар саддам хосни бахрам реза махса голда биньямин
шимон ицхак моше давид дэвида эхуд наполеон уго нестор эво жаир лула хавьера максимилиан елизар
аркадия родион ипполит платон демьян лаврентий никодим савва фома матфей лука касьян эраст арина
агата агния алевтина аглая василина дина евдокия зоя капитолина майя нелли нонна пелагея прасковья
снежана таисия ульяна фаина эвелина ядвига ада аделина юнона винни зураб михеил бидзина ираклий нино
саломе шота звиад эдуарда гия каха мамука важа тенгиз нодар отар гоча
нгуен сяоми сяопин цзиньпин синдзо фумио ёсихидэ акира харуки юкио хироши кодзи
уша эмине мэй мишель усама бенито адольф иосип броз фидель рауль эрнесто эвита кристина дилма николае
чак чарлиз анджелина шакира бейонсе уилл кристофер дензел морган уитни тейлор билли эминем нарендра индира махатма раджив соня пратибха арундхати рабиндранат имран беназир первез
сайрус сирус хантер граучо шерлок майкрофт букер керри такер агнесса азамат айгюн айнур айсель анар бабек бехруд габил гюнай джавид джейхун илаха
махир наргиз нигяр орхан пярвиз расим рашид руфат сархан турал хатира шахин эльданиз эльхан ваагн
ваграм геворг нарек овик размик агнес айвен айзек айрис амелия аманда ариана артуро бартоломео
бенедикт бертольд бригитта брюно вальтер вендель виолетта гектор гилберт грегори грейс грэм густав
дезмонд делия джаспер джеральдин джиллиан джойс джосеф доменико доротея дуайт зигмунд изабелла
инга ингмар камилла кассандра квентин кларенс клиффорд корнелий кэтрин кэти лесли лилиан лоренс
людвик марвин марианна марлен мартина маттео матиас матильда мелисса мередит микаэла морис
мортимер найджел нора орландо перси присцилла рамона рафаил реджинальд рене родерик розалия саймон
сантьяго сельма сергио соломон тадеуш тобиас трэвис тристан уоллес уоррен фабио фелипе фердинанд
франческа фредди фриц хелена хельга хендрик хорхе хосе хуго шейла эдвин элиот эмилио эрих эрнст
эсмеральда янош
"""

_ENGLISH = """
aaron abdul abraham adam adrian ahmed aidan alan albert alec alejandro alex alexander alexandra alexei
alfred ali alice alison allan amanda amy ana anastasia andre andrea andreas andrei andrew andy angela
angelina ann anna anne anthony anton antonio archie arif arnold arthur arzu asad ashley astrid audrey
barack barbara barron barry beatrice ben benjamin bernard bernie beth betty bill billy bob bobby boris
brad brandon brenda brett brian bruce bruno bryan camila carl carla carlos carol caroline catherine
cecilia charles charlie charlotte cheryl chloe chris christian christina christine christopher cindy
claire clara clark claude claudia colin connie craig cristina cynthia daisy dan daniel daniela danny
darren dave david dean deborah denise dennis derek diana diane dick diego dmitry dominic don donald
donna doris dorothy doug douglas duncan dylan ed eddie edgar edith eduardo edward edwin eileen elaine
eldar eleanor elena eli elias elijah elisabeth eliza elizabeth ella ellen elmira elnur emily emin emma
emmanuel enrique eric erica erik ernest esther ethan eugene eva evan eve evelyn farid fatima felix
fernando fiona florence frances francesca francis francisco francois frank franz fred freddie frederick
friedrich fuad gabriel gareth gary gavin gene geoffrey george gerald gerard gerhard gilbert gina giovanni
gladys glen glenn gloria gordon grace graham grant greg gregory guillermo gus guy hannah hans harold
harriet harry hassan heather hector heidi helen henri henry herbert herman heydar hillary holly howard
hugh hugo ian ibrahim igor ilham ingrid irene iris isaac isabel isabella ivan ivana ivanka jack jackie
jackson jacob jacqueline jake james jamie jan jane janet janice jared jason javier jay jean jeff jeffrey
jennifer jenny jeremy jerome jerry jesse jessica jill jim jimmy joan joanna joe joel john johnny jon
jonathan jordan jorge jose joseph josh joshua juan judith judy julia julian julie julius justin kamala
karen karin karl kate katherine kathleen kathryn katie keith kelly ken kenneth kevin kim kimberly kirk
klaus konrad konstantin kristen kurt kyle lance lara larry laura lauren laurence lawrence leah lee leila
leo leon leonard leslie leyla liam lily linda lindsay lisa lloyd logan lois lola lorenzo louis louise
lucas lucy luigi luis luke luther lydia lyndon lynn madeleine magnus manuel marc marcel marco marcus
margaret maria marie marilyn mario marion mark marta martha martin mary mathew matilda matt matthew
maureen maurice max maxim megan mehmet mehriban melania melinda melissa michael michel michelle miguel
mike mikhail mila miles milton miriam mitch mohammad mohammed molly monica morris muhammad murad mustafa
nancy naomi natalia natalie natasha nathan neil nelson nicholas nick nicolas nicole nikita nikol nikolai
nina noah noel nora norman oleg olga oliver olivia omar oscar otto owen pablo pamela patricia patrick
paul paula pavel pedro penelope perry peter petra phil philip phillip pierre polly rachel ralph ramil
ramiz randy raul ray raymond rebecca recep rex ricardo richard rick rita rob robert roberto robin rod
rodney roger roland ron ronald rosa rose rosemary ross roy ruben rudolf rupert ruslan russell ruth ryan
sabina sally sam samantha samir samuel sandra sara sarah scott sean sebastian sergei sergey seth shane
sharon shawn sheila shirley sidney simon sofia sophia sophie spencer stanley stefan stella stephanie
stephen steve steven stuart sue susan suzanne svetlana sylvia tamara tanya tara tatiana ted teresa terry
thelma theodore theresa thomas tiffany tigran tim timothy tina toby todd tom tommy tony tracy trevor tyler
ulrich ursula valentina valeria vanessa vera vernon veronica viktor victor victoria vincent virginia vivian
vladimir wade walter wanda warren wayne wendy wilhelm will william winston wolfgang yasmin yuri yusuf
yvonne zachary zoe denzel venus serena rafael novak cristiano kylian neymar zinedine usain simone lewis
colin jerome lionel pierre marie oscar auguste gustave alphonse federico jose joao salvador ramon javier
enrique mateo leonardo giuseppe paolo luca francesco beatrice chiara giulio gunter heinz jurgen stefan
olaf greta soren bjorn lars sven yusuf bilal khalil salman bashar saddam hosni reza golda benjamin shimon
yitzhak moshe david ehud napoleon hugo nestor evo jair javiera maximilian rodion arina aryna daniil dmitri
dmitry evgeni yevgeny evgenia fyodor feodor leo lev alexey aleksei aleksandr ekaterina yekaterina galina
irina ksenia larisa lyudmila marina nadezhda oksana raisa sofya taras varvara vasily vitaly vladislav
vyacheslav yaroslav yulia zoya usha emine may maye osama benito adolf josip fidel raul ernesto evita dilma nicolae chuck charlize shakira
beyonce denzel morgan whitney taylor barron errol kimbal tosca narendra indira mahatma rajiv imran benazir shinzo akira haruki yukio
giorgi irakli nino salome zviad eduard linus ada heydar aliya gulnara nursultan islam shavkat
cyrus kerry booker hunter groucho jada mack tucker sherlock mycroft abigail agnes aliyah alma alvin amelia amir anastasios anders angus anita annie anwar ariana
arlene arturo audra ava bella benedict bernadette bertha betsy bridget brigitte bryce byron calvin
carmen carole carolyn cassandra celia cesar chad christy clarence clayton cliff clifford clint
clyde cody colleen corey cornelius courtney cristian curtis damian damon darius darrell daryl
debbie delia desmond dirk dominique dora doreen dorian dwight edmund edna edwina elliot elliott
elsa elvis emilia emilio erin ethel eunice felicia ferdinand floyd forrest freya geoff geraldine
gerry gideon gregor gretchen gwen harvey hilda horace ignacio inga ingmar isaiah isidore jeffery
jenna jerald jessie joachim jocelyn joey johann johannes josef josephine juliet karla kathy
katrina kirsten kristin kristina lavrenty leonid leopold lester levi lillian lorraine lorenz lucia
lucille ludwig mabel maggie malcolm mandy manfred marcia margarita margot marianne marjorie
marlene marvin maya melvin meredith micah mildred millie mindy mohamed monique mortimer muriel
myra nadia nadine nigel nolan olivier orville otis patty pauline percy phoebe phyllis priscilla
quentin ramona randall randolph raphael reginald renee reuben rhonda roderick roxanne rudy rufus
salvatore selma sergio shelby shirin sigmund silvia sonia stacey stacy stephan sybil tabitha
tatyana thaddeus theo tobias travis tristan ulysses uma valerie velma vicky vincenzo vivien vlad
wallace walt wendell wilbur wilfred wilma woodrow xavier yvette zelda zoltan aydin aysel azer
elchin elman eldaniz fikret gunay hafiz ilaha jala jamal javid kamran lala mahir mammad natig
nazim nigar orkhan parviz rashad rashid rauf rovshan rufat rustam sevinj shahin tahir tofig togrul
vagif vugar yashar zahid zakir zaur armen aram gagik hovik levon narek suren vahagn vazgen
"""

_ENDINGS = (
    "ями",
    "ами",
    "ью",
    "ой",
    "ей",
    "ою",
    "ею",
    "ом",
    "ем",
    "а",
    "я",
    "у",
    "ю",
    "е",
    "и",
    "ы",
    "ь",
    "й",
)


def _stem(name: str) -> str:
    return name[:-1] if name[-1] in "аяйьо" else name


_NAMES = frozenset(_ENGLISH.split())
_STEMS = frozenset(_stem(name.replace("ё", "е")) for name in _RUSSIAN.split())
# The stem changes before an ending.
_CHANGED = frozenset("льв павл петр любов".split())


def is_given(word: str) -> bool:
    """Whether ``word``, in normal form, is a given name in any of its forms."""
    if word.isascii():
        return word in _NAMES
    if word in _STEMS or _stem(word) in _STEMS:
        return True
    return any(
        word.endswith(ending)
        and (word[: -len(ending)] in _STEMS or word[: -len(ending)] in _CHANGED)
        for ending in _ENDINGS
    )
