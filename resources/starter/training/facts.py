"""Facts that people tell, with the questions that ask for them, in a small notation.

A block:   @name slot=kind slot=kind ...      (a group: blocks after it that start with S share its slots)
           S statement|statement|...          ways to say it
           Q question|question|...            ways to ask for one part of it
           A answer|answer|...                ways to answer (the first one is the plain full sentence)
           K acknowledgement|...              optional: what an assistant says when told

Personal facts use marks for the person who speaks: [I] [my] [me] [am] [have] [was] [do] [v:live].  As told by the user they
read I/my/am, in the assistant's answer You/your/are, in a passage a name, his or her, is.
"""

PERSONAL = '''
@name n=name
S [my] name is {n}.|[I] [am] called {n}.|[I] [am] {n}, by the way.|People call [me] {n}.|Everyone calls [me] {n}.|[my] first name is {n}.|You are talking to {n}.|{n} here.|This is {n} speaking.|[my] friends call [me] {n}.|[my] parents named [me] {n}.|They named [me] {n} when [I] [was] born.|Please address [me] as {n}.|It's {n}.|[I] go by {n}.|Hey, {n} here, good to be back.|I should say that [my] name is {n}.|Allow me to introduce myself, [my] name is {n}.|Greetings from {n}.|Hi there, {n} is my name.
Q What is [my] name?|What's [my] name?|Who [am] [I]?|What [am] [I] called?|How should people call [me]?|Do you know [my] name?|Tell me [my] name.|Say [my] name.|My name, please?|What was [my] name again?|Can you tell me who [I] [am]?|Which name did I give you?|How did I introduce myself?|By what name do people know [me]?|What do my friends call [me]?|do you remember my name|Have I told you my name? What is it?|Do you recall what [I] [am] called?|Who is talking to you?|I told you my name, what is it?|Who's this?
A [my] name is {n}.|{n}.|[I] [am] {n}.|You told me that [my] name is {n}.|You are called {n}.
K Nice to meet you, {n}!|Hello {n}! How can I help you?|Hi {n}, good to meet you.|Welcome, {n}.|Pleased to meet you, {n}.|Hello {n}!|Hi {n}!|Good to know you, {n}. What can I do for you?
@fullname n=name s=sur j=job
S [my] full name is {n} {s}.|[I] [am] {n} {s}, {a:j}.|Let me tell you who [I] [am]: {n} {s}, {j}.|{n} {s} here, {j} by trade.|[my] name is {n} {s} and [I] work as {a:j}.
Q What is [my] last name?|What's [my] family name?|Tell me [my] surname.|What surname did I give you?|What comes after {n} in [my] name?
A [my] last name is {s}.|{s}.|[my] family name is {s}.
Q What is [my] first name?|What's [my] given name?|And [my] first name?
A [my] first name is {n}.|{n}.
Q What is [my] full name?|Write down [my] whole name.|What's [my] complete name?
A [my] full name is {n} {s}.|{n} {s}.
K Nice to meet you, {n} {s}!|Pleased to meet you, {n}.|Welcome, {n}!
@city c=city
S [I] [v:live] in {c}.|[my] home is in {c}.|[I] [v:have] lived in {c} for years.|[I] moved to {c} last year.|[I] [v:have] a small flat in {c}.|[my] house is in {c}.|[I] [am] at home in {c}.|[my] family and [I] live in {c}.|[I] recently settled in {c}.|We have a house in {c}.|[my] address is in {c} now.|[I] ended up living in {c}.
Q Where [do] [I] live?|Which city [do] [I] live in?|In which town [do] [I] live?|What place [do] [I] live in?|Where is [my] home?|Where's [my] house?|What is [my] home town?|Which town is [my] house in?|What city is [my] home in?|Do you know where [I] [v:live]?|Tell me where [I] [v:live].|where do i live again|Where did I say [I] [v:live]?|In what city is [my] flat?|Which place [do] [I] call home?
A [I] [v:live] in {c}.|In {c}.|{c}.|[my] home is in {c}.
@origin c=city y=year
S [I] [was] born in {c} in {y}.|[I] come from {c}, where [I] [was] born in {y}.|[my] birthplace is {c}, the year was {y}.|[I] grew up in {c} and [was] born in {y}.|It was in {y}, in {c}, that [I] came into the world.|In {y} [I] [was] born in a small town called {c}.
Q Where [was] [I] born?|What is [my] birthplace?|In which place [was] [I] born?|Where [do] [I] come from?|Which town [am] [I] from?|What's the town where [I] [was] born?
A [I] [was] born in {c}.|In {c}.|{c}.
Q When [was] [I] born?|In which year [was] [I] born?|What is [my] year of birth?|What year did I say [I] [was] born in?|And the year of my birth?
A [I] [was] born in {y}.|In {y}.|{y}.
@age a=age
S [I] [am] {a} years old.|[I] [am] {a}.|[I] turned {a} last week.|[I] just had [my] birthday, [I] [am] {a} now.|At {a}, [I] [am] not the youngest any more.|[my] age is {a}.|Next year [I] will be one year older than {a}, so [I] [am] {a} now.
Q How old [am] [I]?|What is [my] age?|What's [my] age?|Tell me how old [I] [am].|What age did I mention?|how old did i say i am
A [I] [am] {a} years old.|{a}.|[I] [am] {a}.
@job j=job
S [I] work as {a:j}.|[I] [am] {a:j}.|[I] [am] {a:j} by profession.|[my] job is being {a:j}.|[I] earn [my] living as {a:j}.|[my] profession: {j}.|[I] [have] worked as {a:j} for many years.|For a living, [I] [am] {a:j}.|[I] make [my] money as {a:j}.|[I] [am] training to be {a:j}.|They hired [me] as {a:j}.
Q What [do] [I] do for a living?|What is [my] job?|What's [my] profession?|What kind of work [do] [I] do?|What [do] [I] work as?|What line of work [am] [I] in?|How [do] [I] earn [my] money?|Do you know what [I] [do] for work?|What am I by profession?|What's my occupation?|which job do i have|What was my job again?
A [I] work as {a:j}.|[I] [am] {a:j}.|{A:j}.|[my] job is {j}.
@pet p=pet n=name
S [I] [v:have] {a:p} called {n}.|[my] {p} is called {n}.|[my] {p}'s name is {n}.|We got {a:p} and named it {n}.|{n} is the name of [my] {p}.|[I] share [my] home with {a:p} named {n}.|There is {a:p} in our house, {n}.|[I] adopted {a:p} last month, and [my] kids named it {n}.|[my] {p} {n} is asleep next to me.|Our {p} answers to the name {n}.|[I] bought {a:p} and gave it the name {n}.
Q What is [my] {p} called?|What's the name of [my] {p}?|What is [my] {p}'s name?|Which name does [my] {p} have?|How is [my] {p} called?|What did we name the {p}?|What do we call our {p}?|Tell me the name of [my] {p}.|Do you know what [my] {p} is called?|[my] {p}'s name?|What name did I give [my] {p}?|whats my {p} called
A [my] {p} is called {n}.|{n}.|The {p}'s name is {n}.|[my] {p}'s name is {n}.
Q What kind of animal is {n}?|Who is {n}?|What animal [do] [I] have?|What sort of pet [do] [I] have?|Which pet lives with [me]?
A {n} is [my] {p}.|{A:p}.|[I] [v:have] {a:p} called {n}.
K {n} is a lovely name for {a:p}.|How nice! Say hello to {n} from me.|{n} sounds sweet.|A {p} is good company.
@kin k=kin n=name
S [my] {k} is called {n}.|[my] {k}'s name is {n}.|{n} is [my] {k}.|[I] [v:have] a {k} called {n}.|This is about [my] {k} {n}.|[my] {k} {n} says hello.|[I] will visit [my] {k} {n} soon.|[I] talked to {n}, [my] {k}.|[my] {k}, {n}, is a bit older.|The name of [my] {k} is {n}.|Yesterday [my] {k} {n} phoned.
Q What is [my] {k} called?|What is the name of [my] {k}?|What's [my] {k}'s name?|Who is [my] {k}?|What was the name of [my] {k}?|Tell me [my] {k}'s name.|Do you know the name of [my] {k}?|Which name does [my] {k} have?|[my] {k}'s name, please?|How is [my] {k} called?
A [my] {k} is called {n}.|{n}.|[my] {k}'s name is {n}.
Q Who is {n}?|Who's {n}?|How [am] [I] related to {n}?|What is {n} to [me]?
A {n} is [my] {k}.|[my] {k}.
@kinjob k=kin n=name j=job c=city
S [my] {k} {n} is {a:j} in {c}.|[my] {k} {n} works as {a:j} in {c}.|{n}, [my] {k}, lives in {c} and is {a:j}.|[I] [v:have] a {k} in {c}, {n}, who works as {a:j}.
Q What does [my] {k} do?|What is [my] {k}'s job?|What does {n} do for a living?|What does [my] {k} work as?|What job does {n} have?
A {n} is {a:j}.|{A:j}.|[my] {k} is {a:j}.|[my] {k} works as {a:j}.
Q Where does [my] {k} live?|In which city does {n} live?|What city is [my] {k} in?|Where is {n}?
A {n} lives in {c}.|In {c}.|[my] {k} lives in {c}.
Q What's [my] {k}'s name?|Which {k} works as {a:j}?|Who lives in {c}?
A [my] {k} is called {n}.|{n}.
@twokin k=plkin n=name m=name j=doing o=doing
S [my] {k}s are called {n} and {m}. {n} {j} and {m} {o}.|[I] [v:have] two {k}s: {n} {j}, {m} {o}.|[I] [v:have] got two {k}s, {n} and {m}. The first {j}, the second {o}.
Q Which {k} {j}?|Which of [my] {k}s {j}?|Who {j}?|Which one {j}?
A {n} {j}.|{n}.
Q Which {k} {o}?|Which of them {o}?|Who {o}?|And which one {o}?
A {m} {o}.|{m}.
Q How many {k}s [do] [I] have?|What are [my] {k}s called?
A [I] [v:have] two {k}s, {n} and {m}.|Two: {n} and {m}.
@count t=kids n=smallnum
S [I] [v:have] {n} {t}.|There are {n} {t} in [my] house.|[I] keep {n} {t}.|We have {n} {t} at home.|In all, [I] own {n} {t}.
Q How many {t} [do] [I] have?|What number of {t} [do] [I] have?|How many {t} are there?|How many {t} did I mention?
A [I] [v:have] {n} {t}.|{N:n}.|{n}.
@favourite x=favkind y=favval
S [my] favourite {x} is {y}.|Of all {x}s, [I] like {y} best.|The {x} [I] like most is {y}.|If you ask [me], {y} is the best {x}.|No {x} is better than {y}, [I] think.|{Y:y} is [my] favourite {x}.|When it comes to a {x}, [I] always choose {y}.|[I] prefer {y} to any other {x}.
Q What is [my] favourite {x}?|Which {x} [do] [I] like best?|What {x} [do] [I] like most?|Which {x} is [my] favourite?|What's the {x} [I] like best?|What {x} [do] [I] prefer?|Name [my] favourite {x}.|[my] favourite {x}?
A [my] favourite {x} is {y}.|{Y:y}.|[I] like {y} best.
@dislike y=food
S [I] cannot stand {y}.|[I] really dislike {y}.|[I] hate {y}.|[I] never eat {y}.|{Y:y} is not for [me], [I] find it disgusting.|The smell of {y} makes [me] sick.|Please never put {y} in [my] food.
Q What [do] [I] dislike?|Which food [do] [I] hate?|What food [do] [I] not like?|What [do] [I] never eat?|What can [I] not stand?|Which food should nobody give [me]?
A [I] [do] not like {y}.|{Y:y}.|[I] dislike {y}.
@allergy y=allergen
S [I] [am] allergic to {y}.|[I] [v:have] an allergy: {y}.|[my] doctor says [I] must avoid {y}.|{Y:y} gives [me] a rash.|[I] get sick from {y}.|Unfortunately [I] can't tolerate {y}.|If [I] touch {y}, [my] skin goes red.
Q What [am] [I] allergic to?|Which allergy [do] [I] have?|What must [I] avoid?|What makes [me] sick?|What should [I] stay away from?|What gives [me] trouble?|What can't [I] tolerate?
A [I] [am] allergic to {y}.|{Y:y}.|[I] must avoid {y}.
@like y=hobby
S [I] like {y}.|[my] hobby is {y}.|In [my] free time [I] enjoy {y}.|[I] love {y} more than anything.|At the weekend [I] usually go {y}.|{Y:y} is what [I] do to relax.|[I] [am] really into {y}.|[I] spend [my] evenings {y}.
Q What is [my] hobby?|What [do] [I] like to do?|What [do] [I] do in [my] free time?|What [do] [I] enjoy?|How [do] [I] relax?|What [do] [I] do for fun?|What is it [I] [am] into?
A [my] hobby is {y}.|{Y:y}.|[I] like {y}.|[I] enjoy {y}.
@instrument i=instrument t=smallnum
S [I] play the {i}.|[I] [have] played the {i} for {t} years.|[I] [am] learning the {i}.|[I] practise the {i} every day.|[I] took up the {i} {t} years ago.|In the band [I] play the {i}.
Q Which instrument [do] [I] play?|What [do] [I] play?|What instrument [am] [I] learning?|What musical instrument did I mention?|What do I play in the band?
A [I] play the {i}.|The {i}.|{I:i}.
@language l=language k=kin
S [my] {k} speaks {l}.|At home [my] {k} talks {l} to us.|The mother tongue of [my] {k} is {l}.|[my] {k} is fluent in {l}.
Q Which language does [my] {k} speak?|What language does [my] {k} talk?|What tongue does [my] {k} speak?|What is [my] {k}'s language?
A [my] {k} speaks {l}.|{l}.
@study s=subject c=city
S [I] study {s} in {c}.|[I] studied {s} at the university of {c}.|[my] subject at university was {s}, in {c}.|[I] did a degree in {s} in {c}.|[I] went to {c} to read {s}.
Q What [do] [I] study?|Which subject did [I] study?|What did [I] do a degree in?|What was [my] subject?|What field is [my] degree in?
A [my] subject is {s}.|{S:s}.
Q Where did [I] study?|In which city did [I] study?|Where is [my] university?|Which university town was it?
A In {c}.|[I] studied in {c}.|{c}.
@code x=coded k=code
S The {x} is {k}.|[my] {x} is {k}.|Remember the {x}: {k}.|Please note the {x}, it is {k}.|For the {x} use {k}.|They gave [me] a new {x}, {k}.|{k} is the {x}.|Keep this safe: the {x} is {k}.|The {x} has changed to {k}.|Write this down, {x} {k}.|Just for the record, the {x} is {k}.|I wrote down the {x} and it says {k}.
Q What is the {x}?|What's the {x}?|What was the {x} again?|Tell me the {x}.|Which {x} did I give you?|Do you still have the {x}?|The {x}, please.|{x}?|What did I say the {x} is?|I forgot the {x}. What is it?|Could you give me the {x}?|What {x} do I need?|Can you repeat the {x}?|I need the {x} now.
A The {x} is {k}.|{k}.|It is {k}.|[my] {x} is {k}.
K I will remember it: {k}.|All right, {k}.|Noted: the {x} is {k}.
@itemplace t=myitem p=spot
S [my] {t} is {p}.|[I] left [my] {t} {p}.|[I] put [my] {t} {p}.|The {t} is {p}.|You will find the {t} {p}.|We keep the {t} {p}.|[I] hid the {t} {p}.|Someone has put the {t} {p}.|Don't forget that the {t} is {p}.|The {t} lies {p}.|[I] stored the {t} {p}.|Note to self: {t} {p}.
Q Where is [my] {t}?|Where's the {t}?|Where did [I] leave [my] {t}?|Where did [I] put the {t}?|Where do we keep the {t}?|Where can [I] find the {t}?|Do you know where the {t} is?|Where should [I] look for the {t}?|In what place is the {t}?|I can't find the {t}. Where is it?|Where was the {t} again?|Tell me where [my] {t} is.|where's my {t}|I'm looking for the {t}, any idea?
A [my] {t} is {p}.|{C:p}.|The {t} is {p}.|You said the {t} is {p}.
@park v=vehicle f=floor
S [I] parked the {v} on {f}.|[my] {v} is parked on {f}.|The {v} stands on {f} of the garage.|[I] left the {v} on {f}.
Q Where did [I] park?|On which level is [my] {v}?|Where is the {v}?|What floor is the {v} on?|Which level did [I] park on?|Where did [I] leave the {v}?
A [my] {v} is on {f}.|On {f}.|[I] parked it on {f}.
@appointment p=name o=prof d=day h=clock
S [I] [v:have] an appointment with {o} {p} on {d} at {h}.|On {d} at {h} [I] [v:have] to see {o} {p}.|{O:o} {p} expects [me] on {d} at {h}.|[I] will meet {o} {p} at {h} on {d}.|[I] [am] seeing {o} {p} on {d}, at {h}.
Q When is [my] appointment?|When [do] [I] have to see {p}?|What day is [my] appointment?|On which day [do] [I] meet {p}?|Which day was that?
A On {d} at {h}.|[my] appointment is on {d} at {h}.|On {d}.
Q Who [do] [I] have an appointment with?|Who [am] [I] meeting?|With whom is [my] appointment?|Whom [do] [I] see on {d}?|Who expects [me]?
A With {o} {p}.|{O:o} {p}.|[I] [am] meeting {o} {p}.
Q At what time is [my] appointment?|What time [do] [I] have to be there?|At what hour?|And the time?
A At {h}.|[my] appointment is at {h}.
@travel c=city d=day t=transport n=name k=kin
S On {d} [I] [am] going to {c} by {t} with [my] {k} {n}.|[my] {k} {n} and [I] will travel to {c} by {t} on {d}.|[I] will take the {t} to {c} on {d}, together with {n}, [my] {k}.|We leave for {c} on {d}, [my] {k} {n} and [I], by {t}.
Q Where [am] [I] going?|Where will [I] travel?|Which city [am] [I] going to?|What is the destination of [my] trip?|Where to?|What's [my] destination?
A To {c}.|[I] [am] going to {c}.|{c}.
Q When [am] [I] leaving?|On what day [do] [I] travel?|When is [my] trip?|What day does the journey start?
A On {d}.|[I] [am] leaving on {d}.
Q Who is coming with [me]?|Who travels with [me]?|With whom [am] [I] travelling?|Who is coming along?|Who will be with [me] on the trip?
A [my] {k} {n}.|{n}.|[my] {k} {n} is coming along.
Q How [am] [I] travelling?|How will [I] get there?|What means of transport will [I] take?
A By {t}.|[I] will take the {t}.
@depart v=leaver c=city h=clock g=gate
S The {v} to {c} leaves at {h} from {g}.|[my] {v} for {c} goes at {h}, {g}.|At {h} the {v} to {c} leaves, from {g}.|[I] must catch the {v} to {c} at {h}, it goes from {g}.
Q When does [my] {v} leave?|What time does the {v} go?|At what time is [my] {v}?|When does the {v} to {c} leave?|What time do I have to catch the {v}?
A At {h}.|The {v} leaves at {h}.
Q Where does the {v} leave from?|From where does the {v} go?|Where do I have to go for my {v}?
A From {g}.|The {v} leaves from {g}.
Q Where does [my] {v} go?|Which city is the {v} going to?
A To {c}.|The {v} goes to {c}.
@birthday k=kin d=date
S [my] {k}'s birthday is on {d}.|[my] {k} has a birthday on {d}.|On {d} [my] {k} will celebrate a birthday.|Every year on {d} [my] {k} turns one year older.
Q When is [my] {k}'s birthday?|On what date is the birthday of [my] {k}?|What's the date of [my] {k}'s birthday?|When does [my] {k} have a birthday?
A On {d}.|[my] {k}'s birthday is on {d}.
@mybirthday d=date
S [my] birthday is on {d}.|[I] celebrate [my] birthday on {d}.|[I] [was] born on {d}.|{d} is [my] birthday.|Our wedding anniversary is on {d}.|The big day is {d}.
Q When is [my] birthday?|When is the big day?|What date did I give you?|Which date is important to [me]?|On what date is it?
A On {d}.|It is on {d}.|{d}.
@due w=duty d=duedate
S The {w} is due on {d}.|[I] [v:have] to finish the {w} by {d}.|The deadline for the {w} is {d}.|By {d} the {w} has to be done.|[I] must hand in the {w} on {d}.
Q When is the {w} due?|What is the deadline for the {w}?|By when [do] [I] have to finish the {w}?|When must the {w} be done?|What day is the {w} due?
A On {d}.|The {w} is due on {d}.|By {d}.
@lent t=item n=name
S [I] lent [my] {t} to {n}.|{n} borrowed [my] {t}.|{n} has [my] {t} at the moment.|[I] gave [my] {t} to {n} for a while.|[my] {t} is with {n}.
Q Who has [my] {t}?|Who borrowed [my] {t}?|To whom did [I] lend [my] {t}?|Who did [I] give the {t} to?|Where is [my] {t}?|Who has got my {t} right now?
A {n} has [my] {t}.|{n}.|[I] lent it to {n}.
Q What did [I] lend to {n}?|What did {n} borrow?|What did [I] give to {n}?|What does {n} have of mine?
A [my] {t}.|[I] lent [my] {t} to {n}.|The {t}.
@plan p=planverb d=day
S [I] plan to {p} on {d}.|On {d} [I] will {p}.|[I] promised to {p} on {d}.|[I] want to {p} on {d}.|Don't let [me] forget to {p} on {d}.|[I] said [I] would {p} on {d}.|Remind me to {p} on {d}.
Q What [do] [I] plan to do on {d}?|What will [I] do on {d}?|What did [I] promise to do?|What [do] [I] want to do on {d}?|What should [I] not forget?|What's planned for {d}?|What did I say I would do?
A [I] plan to {p} on {d}.|{C:p}.|On {d} [I] will {p}.|[I] want to {p}.
Q When will [I] {p}?|On which day [do] [I] {p}?|What day did [I] choose to {p}?|When [do] [I] want to {p}?
A On {d}.|[I] plan to {p} on {d}.
@save t=dream
S [I] [am] saving money for {a:t}.|[I] dream of buying {a:t}.|One day [I] will own {a:t}.|[I] want to buy {a:t} next year.|[I] put some money aside every month to buy {a:t}.
Q What [am] [I] saving for?|What [do] [I] want to buy?|What [do] [I] dream of?|What is it that [I] want so much?|What is the money for?
A [I] [am] saving for {a:t}.|{A:t}.|[I] want to buy {a:t}.
@size z=size x=wear
S [my] {x} size is {z}.|[I] wear {x}s in size {z}.|For {x}s [I] need size {z}.|Size {z} fits [me] when [I] buy {x}s.
Q What is [my] {x} size?|What size of {x}s [do] [I] wear?|Which size [do] [I] need?|What size fits [me]?
A [my] {x} size is {z}.|Size {z}.|{z}.
@color t=paintable c=colour
S [my] {t} is {c}.|[I] painted [my] {t} {c}.|[I] [v:have] a {c} {t}.|The colour of [my] {t} is {c}.|We made the {t} {c}.
Q What colour is [my] {t}?|Which colour does [my] {t} have?|What is the colour of [my] {t}?|What color is the {t}?|What colour did [I] paint the {t}?
A [my] {t} is {c}.|{C:c}.
@twocolor t=paintable u=paintable c=colour d=colour
S [my] {t} is {c} and the {u} is {d}.|[I] painted the {t} {c} and the {u} {d}.|The {t} is {c}, but the {u} is {d}.
Q What colour is the {t}?|Which colour does the {t} have?|And the {t}, what colour is it?
A The {t} is {c}.|{C:c}.
Q What colour is the {u}?|And the {u}?|The {u}, what colour did it get?
A The {u} is {d}.|{C:d}.
Q What is {d}?|Which of the two is {d}?|What did [I] say is {d}?
A The {u} is {d}.|The {u}.
@boss n=sur m=name
S [my] boss is called {n} and [my] colleague is {m}.|[I] work for Mrs {n}, and {m} works with [me].|At work, {n} is in charge and {m} sits next to [me].
Q Who is [my] boss?|Who [do] [I] work for?|What's the name of [my] boss?|Who is in charge where [I] work?|Who is the chief at my work?
A [my] boss is {n}.|{n}.
Q Who is [my] colleague?|Who works with [me]?|What is [my] colleague called?
A [my] colleague is {m}.|{m}.
@roles a=role b=role n=sur m=sur
S The {a} is {n} and the {b} is {m}.|Our {a} is called {n}, our {b} is called {m}.|{n} is the {a}, {m} the {b}.|For your notes: {a}: {n}, {b}: {m}.
Q Who is the {a}?|What is the {a}'s name?|What's the name of our {a}?|What is the {a} called?
A The {a} is {n}.|{n}.
Q Who is the {b}?|What is the name of the {b}?|And the {b}?|What's our {b} called?
A The {b} is {m}.|{m}.
Q What is {n}?|What does {n} do?|Who is {n}?
A {n} is the {a}.|The {a}.
@helper n=name h=favour
S [my] neighbour {n} {h} when [I] [am] away.|{n} from next door {h}.|While [I] travel, {n} {h}.|[my] friend {n} {h} for [me].
Q Who {h}?|Who {h} when [I] [am] away?|Which person {h}?|Who is it that {h}?
A {n} {h}.|{n}.
@shift a=shiftname b=shiftname d=day e=day
S On {d} [I] have the {a}, on {e} the {b}.|[I] work the {a} on {d}s and the {b} on {e}s.|[my] week: {d} {a}, {e} {b}.
Q What [do] [I] have on {d}?|Which shift is on {d}?|What is on {d}?|What's on my plan for {d}?
A On {d} [I] have the {a}.|The {a}.
Q What [do] [I] have on {e}?|And on {e}?|What happens on {e}?
A On {e} [I] have the {b}.|The {b}.
@injury p=bodypart v=accident
S [I] hurt [my] {p} {v}.|[I] broke [my] {p} while {v}.|[my] {p} hurts since [I] went {v}.|Last winter [I] injured [my] {p} {v}.
Q What did [I] hurt?|Which part of [my] body is hurt?|What did [I] break?|What hurts?
A [my] {p}.|[I] hurt [my] {p}.
Q How did [I] hurt [my] {p}?|How did it happen?|What [was] [I] doing when it happened?|How did [I] get hurt?
A [I] hurt it {v}.|{C:v}.|It happened while {v}.
@often m=chore f=often
S [I] {m} {f}.|{F:f} [I] {m}.|[I] have to {m} {f}.
Q How often [do] [I] {m}?|How many times [do] [I] {m}?|What is it that I said about how often [I] {m}?
A {F:f}.|[I] {m} {f}.
@list l=listname a=goods b=goods c=goods
S On [my] {l} there are {a}, {b} and {c}.|[my] {l}: {a}, {b}, {c}.|[I] need {a}, {b} and {c} for [my] {l}.|Put {a}, {b} and {c} on [my] {l}.|This is [my] {l}: {a}, {b} and {c}.
Q What is on [my] {l}?|What's on the {l}?|Read me [my] {l}.|Which things are on [my] {l}?|Tell me what is on [my] {l}.|What did I put on [my] {l}?|Show [my] {l}.
A On [my] {l} there are {a}, {b} and {c}.|{C:a}, {b} and {c}.|- {a}\n- {b}\n- {c}
Q How many things are on [my] {l}?|How many items does [my] {l} have?
A Three.|There are three things on [my] {l}.
Q What is the first thing on [my] {l}?|What comes first on the {l}?
A {C:a}.|The first thing is {a}.
Q What is the last item on [my] {l}?|What comes last on the {l}?
A {C:c}.|The last one is {c}.
K Noted: {a}, {b} and {c}.|That is on your list now.|All right, {a}, {b} and {c}.
@coffee d=drink w=drinkway
S [I] take [my] {d} {w}.|[I] drink [my] {d} {w}.|I like my {d} best {w}.|For [me] a {d} {w}, please.
Q How [do] [I] take [my] {d}?|How [do] [I] like [my] {d}?|How [do] [I] drink [my] {d}?|In what way do I drink {d}?
A [I] take [my] {d} {w}.|{C:w}.
Q What [do] [I] drink?|What [do] [I] drink {w}?
A {C:d}.|[I] drink {d}.
@age2 k=kin n=name a=age b=age
S [I] [am] {a} and [my] {k} {n} is {b}.|[my] {k} {n} is {b} years old, [I] [am] {a}.|[I] [am] {a} years old and [my] {k} {n} is {b}.
Q How old is {n}?|How old is [my] {k}?|What is {n}'s age?|What's [my] {k}'s age?
A {n} is {b}.|{b}.|[my] {k} is {b} years old.
Q How old [am] [I]?|What's [my] own age?|And how old [am] [I]?
A [I] [am] {a}.|{a}.
@skill n=kin s=feat
S [my] {n} can {s}.|[my] {n} learned to {s}.|You won't believe it, but [my] {n} can {s}.|[my] {n} is able to {s}.
Q What can [my] {n} do?|What did [my] {n} learn?|What is [my] {n} able to do?
A [my] {n} can {s}.|{C:s}.
Q Who can {s}?|Who is it that can {s}?
A [my] {n} can {s}.|[my] {n}.
@ancestor k=elder v=craft c=city
S [my] {k} {v} in {c}.|In {c}, [my] {k} {v}.|Long ago [my] {k} {v} in {c}.|[my] {k} lived in {c} and {v} there.
Q What did [my] {k} do?|What did [my] {k} do in {c}?|What was [my] {k}'s work?
A [my] {k} {v}.|[my] {k} {v} in {c}.
Q Where did [my] {k} live?|Where did [my] {k} work?|In which town was [my] {k}?|In what place was that?
A In {c}.|[my] {k} was in {c}.|{c}.
@house r=smallnum f=housepart
S [my] house has {r} rooms and {a:f}.|We live in a house with {r} rooms and {a:f}.|There are {r} rooms in [my] house, and {a:f} too.
Q How many rooms does [my] house have?|How many rooms are there in [my] house?|What is the number of rooms in [my] house?
A [my] house has {r} rooms.|{N:r}.
Q What else does [my] house have?|What does [my] house have besides rooms?
A {A:f}.|[my] house has {a:f}.
@read b=title n=sur
S [I] [am] reading a book called "{b}" by {n}.|At the moment [I] [am] reading "{b}", written by {n}.|[my] current book is "{b}" by {n}.|{n}'s book "{b}" keeps [me] awake at night.
Q What [am] [I] reading?|Which book [am] [I] reading?|What's the title of [my] book?|What is the book called?
A [I] [am] reading "{b}".|"{b}" by {n}.
Q Who wrote the book?|Who wrote "{b}"?|Who is the author of [my] book?
A {n} wrote it.|{n}.
@animal_births p=pet n=smallnum d=day
S Our {p} had {n} babies on {d}.|On {d} our {p} gave birth to {n} little ones.|{N:n} young ones were born to our {p} on {d}.
Q How many babies did our {p} have?|How many little ones are there?|How many young ones were born?
A {N:n}.|Our {p} had {n} babies.
Q When were they born?|On which day were the babies born?|What day was it?
A On {d}.|They were born on {d}.
'''

# corrections: the last word counts
UPDATES = '''
@moveddate e=event d=day f=day
S The {e} was moved from {d} to {f}.|The {e} is no longer on {d}, it is on {f} now.|The {e} has been put off from {d} to {f}.|Change of plan: the {e} is on {f} instead of {d}.|Not {d} but {f} is the day of the {e}.
Q When is the {e}?|What day is the {e} now?|On which day is the {e}?|When does the {e} take place now?|What's the new day of the {e}?
A On {f}.|The {e} is on {f}.|The {e} is now on {f}.
Q When was the {e} at first?|What was the old day of the {e}?|What day was planned before?
A On {d}.|At first the {e} was on {d}.
@movedcity c=city d=city
S [I] used to live in {c}, but now [I] live in {d}.|[I] moved from {c} to {d}.|Until last year [my] home was in {c}. Now it is in {d}.|[I] left {c} and live in {d} now.
Q Where [do] [I] live now?|Which city [do] [I] live in now?|Where is [my] home now?|Where [do] [I] live?|Which town [am] [I] living in at present?
A [I] [v:live] in {d} now.|In {d}.|{d}.
Q Where did [I] live before?|Where did [I] use to live?|What city did [I] leave?
A [I] used to live in {c}.|In {c}.
@wrongname n=name m=name
S [my] name is not {n}, it is {m}.|I am {m}, not {n}.|Please don't call me {n}. [my] name is {m}.|You got it wrong: {m}, not {n}.|Sorry, it's {m} and not {n}.
Q What is [my] name?|What's [my] name?|Who [am] [I]?|What should you call [me]?|How do you address [me]?|What [am] [I] called?
A [my] name is {m}.|{m}.|[I] [am] {m}.
K Sorry, {m}.|Thank you, {m}. I have it now.|My mistake, {m}.
@change x=coded k=code m=code
S The {x} is not {k} any more, it is {m}.|Forget {k}, the new {x} is {m}.|The {x} changed from {k} to {m}.|Correction: the {x} is {m}, not {k}.
Q What is the {x}?|What's the {x} now?|Which {x} is right?|What is the new {x}?|Tell me the current {x}.
A The {x} is {m}.|{m}.
@pricechange t=item p=price q=price
S The {t} used to cost {p}, now it costs {q}.|The price of the {t} went from {p} to {q}.|Last year the {t} was {p}. Today it is {q}.
Q How much is the {t} now?|What does the {t} cost today?|What is the price of the {t} now?
A {C:q}.|The {t} costs {q} now.
Q What did the {t} cost before?|How much was the {t} earlier?
A {C:p}.|It used to cost {p}.
'''

# facts of the world around, in the third person; a group is a small text
WORLD = '''
@building b=building c=city y=year n=name s=sur h=bignum p=million m=material
S The {b} in {c} was built in {y}.|The {b} of {c} dates from {y}.|In {y} the people of {c} finished the {b}.|{c} has had a {b} since {y}.|Work on the {b} in {c} ended in {y}.
Q When was the {b} built?|In which year was the {b} finished?|How old is the {b}, what year is it from?|What year does the {b} date from?|Since when has there been a {b}?
A The {b} was built in {y}.|In {y}.|{y}.
Q Where is the {b}?|In which town is the {b}?|Which city has the {b}?
A The {b} is in {c}.|In {c}.|{c}.
S It is {h} metres high.|It rises {h} metres above the ground.|Its height is {h} metres.|It stands {h} metres tall.
Q How high is the {b}?|What is the height of the {b}?|How tall is it?|How many metres high is the {b}?
A The {b} is {h} metres high.|{h} metres.
S It was designed by {n} {s}.|Its architect was {n} {s}.|{n} {s} drew the plans.|The plans came from {n} {s}.
Q Who designed the {b}?|Who was the architect?|Who drew the plans of the {b}?|Who made the plans?
A {n} {s} designed it.|{n} {s}.
S It cost {p}.|The work cost {p}.|In the end {p} were spent on it.|The town paid {p} for it.
Q How much did the {b} cost?|What did it cost?|How much money was spent on the {b}?|What was the price of the work?
A It cost {p}.|{C:p}.
S It is made of {m}.|Its walls are of {m}.|The builders used {m}.
Q What is the {b} made of?|What are the walls made of?|Which material did the builders use?
A It is made of {m}.|{C:m}.
@event e=event d=date h=clock p=venue n=name t=goods f=price
S The {e} takes place on {d} at {h}.|The {e} will be held on {d}, starting at {h}.|On {d} at {h} the {e} begins.|Please come to the {e} on {d} at {h}.|We invite you to the {e} on {d} at {h}.
Q When is the {e}?|When does the {e} take place?|On what date is the {e}?|What date is it on?|What's the date of the {e}?
A The {e} is on {d}.|On {d}.|On {d} at {h}.
Q At what time does the {e} start?|What time does it begin?|When does it start?|At what hour does the {e} begin?
A At {h}.|The {e} starts at {h}.
S It will be in {p}.|Meet us in {p}.|The place is {p}.|It is held in {p}.|Come to {p}.
Q Where is the {e}?|Where does it take place?|Where will the {e} be held?|What is the place of the {e}?|Where should people go?
A In {p}.|The {e} is in {p}.
S {n} will give a short talk.|The host is {n}.|{n} has organised everything.|If you have questions, ask {n}.
Q Who can answer questions?|Who is mentioned by name?|Which person is named in the text?
A {n}.
S Please bring {t}.|Everyone should bring {t}.|Do not forget to bring {t}.|Guests are asked to bring {t}.
Q What should people bring?|What do guests have to bring?|What is one asked to bring?|What must not be forgotten?
A {C:t}.|Everyone should bring {t}.
S Tickets cost {f}.|Admission is {f}.|You pay {f} at the door.|A ticket is {f}.|Entry costs {f}, and children get in free.
Q How much is a ticket?|What does it cost to get in?|How much do tickets cost?|What is the price of admission?|What do you pay at the door?
A A ticket costs {f}.|{C:f}.
@shop b=shop n=sur h=clock i=clock d=day s=street g=goods
S The {b} in {s} opens at {h} and closes at {i}.|The {b} in {s} is open from {h} to {i}.|From {h} until {i} the {b} in {s} is open.
Q When does the {b} open?|At what time does the {b} open?|From what time is it open?|When can I go to the {b}?
A At {h}.|The {b} opens at {h}.
Q When does the {b} close?|Until when is the {b} open?|At what time does it close?|When does it shut?|How long is it open?
A At {i}.|The {b} closes at {i}.
Q Where is the {b}?|In which street is the {b}?|What street is it in?
A In {s}.|The {b} is in {s}.
S It is closed on {d}s.|On {d}s it stays closed.|There is no service on {d}s.|Every {d} it is shut.
Q On which day is the {b} closed?|When is it closed?|Which day is it shut?|What day should I not go there?
A On {d}s.|It is closed on {d}s.
S It belongs to Mrs {n}.|The owner is Mr {n}.|Mr {n} runs it.|The place is run by Mrs {n}.
Q Who runs the {b}?|Who is the owner?|To whom does the {b} belong?|What's the owner's name?
A {n}.|The owner is {n}.
S It sells {g}.|People go there for {g}.|It is known for its {g}.|You can get {g} there.
Q What does it sell?|What is the {b} known for?|What can I get there?|What do people buy there?
A {C:g}.|It sells {g}.
@sale n=name m=name t=item p=price d=day c=city
S {n} sold {a:t} to {m} for {p}.|{m} bought {a:t} from {n} for {p}.|For {p}, {m} bought {a:t} from {n}.|{n} asked {p} for the {t}, and {m} paid it.
Q Who bought the {t}?|Who was the buyer?|Who paid for the {t}?|Who got the {t}?|To whom did {n} sell it?
A {m} bought the {t}.|{m}.
Q Who sold the {t}?|Who was the seller?|From whom did {m} buy it?|Who received the money?
A {n} sold it.|{n}.
Q What was sold?|What did {m} buy?|What changed hands?
A {A:t}.|The {t}.
Q How much did the {t} cost?|What did {m} pay?|What was the price?|How much money did {n} get?
A {C:p}.|The {t} cost {p}.
S They met on {d} in {c}.|They shook hands in {c} on {d}.|It happened in {c} on {d}.
Q Where did they meet?|In which town did it happen?|Where was that?
A In {c}.|{c}.
Q On which day did they meet?|When did it happen?|What day was it?
A On {d}.
@animal a=animal f=goods n=smallnum y=smallnum p=habitat t=daytime
S The {a} lives {p}.|You find the {a} {p}.|The home of the {a} is {p}.|{A:a} makes its home {p}.
Q Where does the {a} live?|Where can one find the {a}?|What is the home of the {a}?|In what surroundings does it live?
A The {a} lives {p}.|{C:p}.
S It eats {f}.|Its food is {f}.|It feeds on {f}.|It likes {f} most of all.
Q What does the {a} eat?|What does it feed on?|What is the food of the {a}?
A It eats {f}.|{C:f}.
S It has {n} young a year.|Each year {n} young are born.|The female has {n} young.
Q How many young does the {a} have?|How many young are born each year?
A {N:n}.|It has {n} young.
S It is active {t}.|It looks for food {t}.|It comes out {t}.
Q When is the {a} active?|When does it look for food?|At what time of day does it come out?
A {C:t}.|It is active {t}.
S It can live for {y} years.|It reaches an age of {y} years.|A healthy one lives {y} years.
Q How long does the {a} live?|How old can it get?|What age does it reach?
A {N:y} years.|It can live for {y} years.
@machine t=machine n=smallnum c=colour b=action r=result w=spot
S To start the {t}, {b}.|The {t} starts when you {b}.|If you want to start the {t}, {b}.
Q How do I start the {t}?|How does one start the {t}?|What must I do to start the {t}?|What starts the {t}?
A {C:b}.|To start the {t}, {b}.
S Then the lamp turns {c}.|A {c} lamp lights up.|When it is ready, the lamp shows {c}.|Wait for the {c} light.
Q What colour is the lamp?|What colour does the lamp turn?|Which light should I wait for?|What does the lamp show?
A {C:c}.|The lamp turns {c}.
S Wait {n} minutes before you open it.|It needs {n} minutes.|After {n} minutes it is done.|The whole thing takes {n} minutes.
Q How long does it take?|How long must I wait?|How many minutes does it need?|For how long do I wait?
A {N:n} minutes.|It takes {n} minutes.
S If it fails, {r}.|When something goes wrong, {r}.|In case of trouble, {r}.
Q What should I do if it fails?|What if something goes wrong?|What to do in case of trouble?
A {C:r}.|If it fails, {r}.
S You find it {w}.|The {t} is {w}.|It stands {w}.|Look for it {w}.
Q Where is the {t}?|Where do I find the {t}?|Where does it stand?
A The {t} is {w}.|{C:w}.
@news v=vehicle g=goods c=city h=clock n=name k=smallnum
S A {v} with {g} had an accident near {c}.|Near {c} a {v} full of {g} left the road.|A {v} carrying {g} broke down close to {c}.|This morning a {v} loaded with {g} turned over near {c}.
Q What was the {v} carrying?|What was in the {v}?|What was it loaded with?|What did the {v} carry?
A {C:g}.|The {v} was carrying {g}.
Q Where did it happen?|Near which town was the accident?|Where was the {v}?
A Near {c}.|It happened near {c}.
S {N:k} people were hurt.|{N:k} persons were slightly injured.|The doctors looked after {k} people.
Q How many people were hurt?|How many were injured?|Was anybody hurt?
A {N:k} people were hurt.|Yes, {k} people.
S The road was closed until {h}.|Until {h} nobody could pass.|The road opened again at {h}.
Q Until when was the road closed?|When did the road open again?|How long was the road closed?
A Until {h}.|The road was closed until {h}.|At {h}.
S The driver, {n}, said that the brakes had failed.|{n} saw it all from a window.|A woman called {n} phoned the police.
Q Which person is named?|Who is mentioned?|Whose name is in the text?
A {n}.
@quiet v=vehicle c=city g=goods
S A {v} with {g} slid off the road in {c}, but nobody was hurt.|In {c} a {v} lost its load of {g}. Luckily no one was injured.
Q Was anybody hurt?|How many people were hurt?|Was anyone injured?
A No, nobody was hurt.|Nobody.|No one was hurt.
Q What was the load?|What did the {v} carry?|What was it loaded with?
A {C:g}.|The {v} carried {g}.
@rule p=rulething q=rulething b=building
S In the {b} {p} are allowed, but {q} are not.|{C:p} are welcome in the {b}. {C:q} must stay outside.|You may bring {p} into the {b}, but no {q}.|The rules of the {b} allow {p} and forbid {q}.
Q Are {p} allowed?|Can I bring {p}?|May one bring {p} into the {b}?|Is it all right to come with {p}?
A Yes, {p} are allowed.|Yes.
Q Are {q} allowed?|Can I bring {q}?|May I come with {q}?|Is it all right to bring {q}?
A No, {q} are not allowed.|No.
Q What is not allowed?|What is forbidden?|What must stay outside?
A {C:q} are not allowed.|{C:q}.
@schedule v=leaver a=every b=every d=day c=city
S The {v} to {c} runs {a}, but on {d}s only {b}.|The {v} to {c} goes {a}, except on {d}s, when it goes {b}.
Q How often does the {v} run?|How often does it go?|How often does the {v} to {c} go on a normal day?
A {C:a}.|It runs {a}.
Q How often does it run on {d}s?|How often does the {v} go on {d}s?|What about {d}s?
A {C:b}.|On {d}s it runs {b}.
Q Where does the {v} go?|What is its destination?
A To {c}.|It goes to {c}.
@team n=team a=smallnum b=smallnum d=date c=city m=name
S {n} won the match against {m}'s team {a} to {b}.|The match ended {a} to {b} for {n}.|{n} beat the team of {m} by {a} to {b}.
Q Who won?|Which team won the match?|Who won the match?
A {n} won.|{n}.
Q What was the score?|How did the match end?|What was the result?
A {C:a} to {b}.|The score was {a} to {b}.
S The next match is on {d} in {c}.|They play again on {d} in {c}.|On {d} they will play in {c}.
Q When is the next match?|When do they play again?|What is the date of the next match?
A On {d}.|The next match is on {d}.
Q Where is the next match?|Where will they play?|In which town do they play next?
A In {c}.|The next match is in {c}.
@recipe f=dish a=bignum2 g=ingredient h=ingredient n=smallnum t=minutes
S The {f} needs {a} grams of {g} and {n} spoons of {h}.|For the {f} take {a} grams of {g} and {n} spoons of {h}.|Mix {a} grams of {g} with {n} spoons of {h} to make the {f}.
Q How much {g} do I need?|How much {g} goes in?|How many grams of {g} are needed?
A {a} grams.|You need {a} grams of {g}.
Q How many spoons of {h} are needed?|How much {h} goes in?|How many spoons of {h} do I take?
A {N:n} spoons.|{N:n}.
Q What is the text about?|What do we make?|What dish is it?
A {C:f}.|It is about making {f}.
S Bake it for {t}.|Let it cook for {t}.|It has to stay in the oven for {t}.|Leave it on the stove for {t}.
Q How long does it cook?|How long must it bake?|For how long is it on the stove?|How long should I leave it?
A For {t}.|{C:t}.
@parcel w=smallnum c=city d=city e=day f=day n=name
S The parcel for {n} weighs {w} kilos.|{n} is waiting for a parcel of {w} kilos.|A parcel of {w} kilos is on its way to {n}.
Q How heavy is the parcel?|What does the parcel weigh?|What is the weight of the parcel?
A {N:w} kilos.|The parcel weighs {w} kilos.
Q For whom is the parcel?|Who is waiting for the parcel?|Who gets the parcel?
A {n}.|It is for {n}.
S It was sent from {c} on {e} and should be in {d} on {f}.|It left {c} on {e} and will reach {d} on {f}.|On {e} it was posted in {c}. It will be in {d} on {f}.
Q Where was it sent from?|From which town does it come?|Where was the parcel posted?
A From {c}.|It was sent from {c}.
Q Where is it going?|Which city is it sent to?|What is its destination?|Where will it arrive?
A To {d}.|It is going to {d}.
Q When will it arrive?|On which day does it reach {d}?|When should it be there?
A On {f}.|It should arrive on {f}.
Q When was it sent?|What day was it posted?
A On {e}.|It was sent on {e}.
@found n=name m=name t=naturething y=year z=year
S The {t} was found by {n} and {m} in {y}.|In {y} {n} and {m} came upon the {t}.|{n} and {m} discovered the {t} in {y}.
Q Who found the {t}?|Who discovered it?|By whom was the {t} found?|Who came upon the {t} first?
A {n} and {m}.|{n} and {m} found the {t}.
Q When was the {t} found?|In which year was it discovered?|What year did they find it?
A In {y}.|The {t} was found in {y}.
S Visitors may enter it since {z}.|It was opened to the public in {z}.|The first visitors came in {z}.
Q When did the first visitors come?|Since when may people enter?|When was it opened to the public?
A In {z}.|Since {z}.
@geo p=placename q=country x=superlative k=geokind
S {p}, in the {w:dir} of {q}, is the {x} {k} of the country.|{p} in {q} is the {x} {k} there.|The {x} {k} of {q} is called {p}.
Q Where is {p}?|In which country is {p}?|What country is it in?
A {p} is in {q}.|In {q}.
Q What is {p}?|What is special about {p}?|Why is {p} known?
A {p} is the {x} {k} of {q}.|It is the {x} {k} of the country.
Q What is the {x} {k} of {q} called?|Which is the {x} {k}?|Name the {x} {k}.
A {p}.|It is called {p}.
@define w=newword k=defkind d=deftail
S A {w} is a {k} {d}.|The word {w} means a {k} {d}.|A {k} {d} is called a {w}.|People use the word {w} for a {k} {d}.
Q What is a {w}?|What does {w} mean?|What do people call a {w}?|Explain what a {w} is.
A A {w} is a {k} {d}.|A {k} {d}.
Q What is a {k} {d} called?|What do you call a {k} {d}?|Which word means a {k} {d}?
A It is called a {w}.|A {w}.
@memo n=name m=name e=event v=venue d=day
S Dear {m}, the {e} is in {v} on {d}. Best wishes, {n}|Hi {m}! See you at the {e} in {v} on {d}. {n}|Hello {m}, please come to {v} on {d} for the {e}. Regards, {n}
Q Who wrote this?|Who is the message from?|Who sent it?|Who signed the note?
A {n}.|The message is from {n}.
Q To whom is it written?|Who is the message for?|Who got this note?
A {m}.|It is for {m}.
Q Where is the {e}?|Where should {m} go?
A In {v}.
Q On which day is the {e}?|When is it?
A On {d}.
@village c=city n=smallnum m=smallnum b=building r=building d=city
S {c} has {n} churches, {m} shops and a {b}, but no {r}.|In {c} there are {n} churches and {m} shops. It has a {b} but not a {r}.
Q How many churches are there in {c}?|How many churches does {c} have?
A {N:n}.|{c} has {n} churches.
Q How many shops are there?|What is the number of shops in {c}?
A {N:m}.|There are {m} shops.
Q Is there a {r} in {c}?|Does {c} have a {r}?
A No, {c} has no {r}.|No.
Q Is there a {b} in {c}?|Does {c} have a {b}?
A Yes, {c} has a {b}.|Yes.
S The nearest {r} is in {d}.|For a {r} you must go to {d}.|People go to {d} if they need a {r}.
Q Where is the nearest {r}?|Where must people go for a {r}?|In which town is the closest {r}?
A In {d}.|The nearest {r} is in {d}.
@collection b=museum n=thousand t=plthing c=country y=year
S The {b} owns {n} {t}, most of them from {c}.|There are {n} {t} in the {b}, mostly from {c}.|The {b} has collected {n} {t}. Most of them come from {c}.
Q How many {t} does the {b} own?|How many {t} are there?|What is the number of {t}?
A {n}.|The {b} owns {n} {t}.
Q Where do most of the {t} come from?|From which country are most of the {t}?
A From {c}.|Most of them come from {c}.
Q What does the {b} own?|What does the {b} collect?|What can be seen in the {b}?
A {C:t}.|The {b} owns {n} {t}.
S The oldest dates from {y}.|The oldest one was made in {y}.|The oldest is from {y}.
Q How old is the oldest one?|When was the oldest one made?|From which year is the oldest?
A From {y}.|The oldest was made in {y}.
@command w=cmdname d=cmddoes o=cmdoption e=cmdeffect
S The command {w} {d}.|{w} is a command that {d}.|With {w}, the system {d}.
Q What does {w} do?|What is {w} for?|What is the command {w} used for?|Explain {w}.
A {w} {d}.|It {d}.
Q Which command {d}?|What is the name of the command that {d}?
A {w}.|The command {w}.
S The option {o} {e}.|With {o} it {e}.|If you add {o}, it {e}.
Q What does {o} do?|What is the option {o} for?|What happens with {o}?
A It {e}.|The option {o} {e}.
Q Which option {e}?|What option do I need so that it {e}?
A {o}.|The option {o}.
'''

# one-line summaries of the WORLD texts
SUMMARY = {k: v.split('|') for k, v in dict(
    building='The {b} of {c}, built in {y}.|A description of the {b} in {c}.|History of the {b} in {c}.', event='Invitation to the {e} on {d}.|The {e} is on {d} at {h}.|An announcement of the {e} on {d}.',
    shop='Opening hours of the {b} in {s}.|Where the {b} is and when it is open.|The {b} in {s} is open from {h} to {i}.', sale='{n} sold {a:t} to {m} for {p}.|{m} bought {a:t} from {n}.',
    animal='A short description of the {a}.|How and where the {a} lives.|The life of the {a}.', machine='How to use the {t}.|Instructions for the {t}.|Short guide to the {t}.',
    news='A {v} with {g} had an accident near {c}.|Accident of a {v} near {c}.', quiet='A {v} lost its load in {c}, nobody was hurt.', rule='What is allowed in the {b}.|Rules of the {b}: {p} yes, {q} no.',
    schedule='Timetable of the {v} to {c}.|How often the {v} to {c} runs.', team='{n} won {a} to {b}.|Victory for {n}.', recipe='A recipe for {f}.|How to make {f}.|Recipe: {f}.', parcel='A parcel of {w} kilos is on its way to {n}.|A parcel for {n}.',
    found='The discovery of the {t} by {n} and {m}.|{n} and {m} found the {t} in {y}.', geo='{p} is the {x} {k} of {q}.|About {p} in {q}.', define='A {w} is a {k} {d}.|Meaning of the word {w}.',
    memo='{n} invites {m} to the {e}.|A note from {n} to {m} about the {e}.', village='A description of {c}.|What there is in {c}.', collection='The {t} of the {b}.|The {b} owns {n} {t}, mostly from {c}.', command='{w} {d}.|Description of the command {w}.').items()}
