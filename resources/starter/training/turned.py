"""Facts told in one set of words and asked for in another: verb and noun, trade and person, cause and effect, buyer and seller.

The notation of facts.py; a group's statements and questions share as few words as possible.  TRADES and KINDS pair words that
mean each other, for the same end.
"""
from slots import a_an, cap

PERSONAL = '''
@flight c=city h=clock
S [my] plane to {c} takes off at {h}.|[I] fly to {c} at {h}.|[my] flight for {c} departs at {h}.|At {h} [my] plane leaves for {c}.|[I] [am] on the {h} flight to {c}.
Q When do I fly?|What time is [my] flight?|When does [my] plane take off?|At what time must I be in the air?|When is the departure?|What time do I depart?
A At {h}.|[my] flight leaves at {h}.|[my] plane takes off at {h}.
Q Where [am] I flying?|What is [my] destination?|Which city [am] I travelling to?|Where will [my] plane take me?|Where do I land?
A To {c}.|{c}.|You fly to {c}.
@weds n=name d=date c=city
S {n} and [I] get married on {d} in {c}.|[my] wedding with {n} is on {d} in {c}.|On {d} [I] marry {n} in {c}.|{n} and [I] tie the knot in {c} on {d}.
Q Who is [my] fiancé?|Whom will I marry?|Who will be [my] spouse?|Who is the other half of [my] wedding couple?|Who [am] I engaged to?|With whom will I walk down the aisle?
A {n}.|You will marry {n}.
Q When is [my] wedding?|What is the date of the wedding?|When do I get married?|On which date is the ceremony?|When do we say yes to each other?
A On {d}.|Your wedding is on {d}.
Q Where is the wedding?|In which city do I marry?|Where will the ceremony be?|Which town is the wedding in?
A In {c}.|The wedding is in {c}.
@rent p=price n=sur
S [my] landlord, Mr {n}, wants {p} a month.|[I] pay {p} a month for [my] flat to Mr {n}.|Mr {n} owns [my] flat and gets {p} each month.|[my] rent is {p}, and it goes to Mr {n}.
Q How much is [my] rent?|What do I pay for the flat?|What does [my] flat cost per month?|How much do I spend on housing?|What is the monthly price of [my] home?
A {P:p} a month.|[my] rent is {p} a month.|{P:p}.
Q Who is [my] landlord?|Who owns the place where I live?|Who gets [my] rent?|To whom do I pay the rent?|What's [my] landlord's name?
A Mr {n}.|[my] landlord is Mr {n}.
@pay p=price j=job
S [I] earn {p} a week as {a:j}.|As {a:j} [I] make {p} a week.|They pay [me] {p} a week; [I] [am] {a:j}.|[I] work as {a:j} and get {p} a week.
Q What is [my] salary?|How much money do I make?|What are [my] wages?|How much do they pay me?|What's [my] income?|How much do I earn?
A {P:p} a week.|You earn {p} a week.
Q What do I do for a living?|What is [my] profession?|What's [my] trade?|How do I earn [my] money?|What am I by profession?|What line of work am I in?
A You are {a:j}.|{A:j}.
@started c=city y=year
S [I] moved to {c} in {y}.|[I] have lived in {c} since {y}.|Since {y} {c} has been [my] home.|In {y} [I] came to {c} and stayed.|{c} is where [I] settled in {y}.
Q What is [my] home town now?|Where do I live?|Where's [my] home?|In which city can one find me?|What is the city I live in?|Where do I reside?
A In {c}.|You live in {c}.|{c}.
Q When did I arrive here?|Since when have I lived there?|In which year did I move?|How long have I been there, since when?|When did I settle there?
A In {y}.|Since {y}.|You moved there in {y}.
@trained y=race c=city m=minutes
S [I] ran the {y} in {c} in {m}.|It took [me] {m} to finish the {y} in {c}.|In {c} [I] completed the {y} after {m}.|[my] time in the {y} of {c} was {m}.
Q How fast was I?|What was [my] time?|How long did the race take me?|How much time did I need?|What was [my] result?
A {M:m}.|You needed {m}.|It took you {m}.
Q Where was the race?|In what city did I compete?|Where did I run?|Which town held the race?
A In {c}.|The race was in {c}.
@vacation c=city n=kin w=stay
S [I] spend [my] holiday in {c} with [my] {n}, for {w}.|[my] {n} and [I] go to {c} for {w}.|For {w} [I] [am] off to {c} together with [my] {n}.|We booked {w} in {c}, [my] {n} and [I].
Q Who comes along on [my] trip?|Who is [my] travel companion?|With whom do I go away?|Who travels with me?|Who goes on holiday with me?
A Your {n}.|Your {n} comes along.
Q How long will I be away?|How long is [my] holiday?|What is the length of the trip?|For what time am I gone?|How long do we stay?
A {W:w}.|For {w}.
Q What is the destination of [my] trip?|Where do I go on vacation?|Where will I be on holiday?|Which city did I book?
A {c}.|To {c}.|You go to {c}.
@ill k=kin i=illness
S [my] {k} has {i}.|[my] {k} is in bed with {i}.|[my] {k} suffers from {i}.|The doctor says [my] {k} has {i}.|[my] {k} came down with {i}.
Q What is wrong with [my] {k}?|What illness does [my] {k} have?|Why is [my] {k} at the doctor's?|What did [my] {k} catch?|What ails [my] {k}?|From what does [my] {k} need to recover?|Why is [my] {k} unwell?
A {I:i}.|Your {k} has {i}.
Q Who is ill?|Who is sick?|Who has {i}?|Who feels bad?|Who needs to stay in bed?|Who should get well soon?
A Your {k}.|Your {k} is ill.
@sold t=nart n=name p=price
S [I] sold [my] {t} to {n} for {p}.|{n} bought [my] {t} from [me] for {p}.|{n} gave [me] {p} for the {t}.|[my] {t} went to {n} for {p}.
Q Who bought the {t}?|Who has [my] {t} now?|Who is the new owner of the {t}?|To whom did I sell the {t}?|Who was the buyer?|Who purchased [my] {t}?
A {n}.|{n} bought the {t}.
Q How much did I get for the {t}?|What did the {t} bring in?|What was the price?|What did {n} pay me?|How much money did I receive?|For what sum did the {t} change hands?
A {P:p}.|You got {p} for the {t}.
Q What did I sell?|What did {n} purchase?|What thing did I get rid of?|What no longer belongs to me?
A Your {t}.|The {t}.|You sold your {t}.
@bought t=nart n=name p=price
S [I] bought {a:t} from {n} for {p}.|{n} sold [me] {a:t} for {p}.|[I] paid {n} {p} for {a:t}.|[I] got {a:t} from {n}, and it cost [me] {p}.
Q Who sold me the {t}?|Who was the seller of the {t}?|From whom did I purchase the {t}?|Who owned the {t} before me?|Whose {t} did I buy?
A {n}.|{n} sold you the {t}.
Q How much did I spend on the {t}?|What did the {t} cost me?|What was the price of the {t}?|What did {n} ask for the {t}?
A {P:p}.|The {t} cost you {p}.
Q What did I buy?|What did {n} sell me?|What is [my] latest purchase?|What new thing do I own?
A {A:t}.|You bought {a:t}.
@taught n=name s=subject
S {n} taught [me] {s}.|[I] learned {s} from {n}.|[I] [was] {n}'s pupil in {s}.|{n} gave [me] lessons in {s}.|All [I] know of {s} [I] owe to {n}.
Q Who was [my] teacher?|Who gave me lessons?|Whose pupil was I?|From whom did I learn?|Who instructed me?
A {n}.|{n} was your teacher.
Q What did {n} teach me?|What did I study with {n}?|What were the lessons about?|In which subject was I instructed?
A {S:s}.|You learned {s}.
@broke k=kin t=nart
S [my] {k} broke the {t}.|The {t} is broken, and it was [my] {k}.|[my] {k} dropped the {t}, and now it is in pieces.|It was [my] {k} who smashed the {t}.|The {t} got damaged by [my] {k}.
Q Who broke the {t}?|Who is to blame for the {t}?|Whose fault is it that the {t} is in pieces?|Who damaged the {t}?|Who ruined the {t}?
A Your {k}.|It was your {k}.|Your {k} broke the {t}.
Q What is broken?|What needs to be mended?|What did [my] {k} ruin?|What got damaged?|Which thing is in pieces?
A The {t}.|The {t} is broken.
@hates y=food k=kin
S [my] {k} can't stand {y}.|[my] {k} hates {y}.|{y} makes [my] {k} feel sick.|[my] {k} never touches {y}.|If there is one thing [my] {k} detests, it is {y}.
Q What should I not cook for [my] {k}?|What does [my] {k} dislike?|Which food does [my] {k} not like?|What must I leave out when [my] {k} comes to eat?|What would [my] {k} never order?|What is [my] {k}'s least favourite food?
A {Y:y}.|Your {k} does not like {y}.
@loves y=nfood k=kin
S [my] {k} adores {y}.|[my] {k} is mad about {y}.|There is nothing [my] {k} likes better than {y}.|[my] {k} could eat {y} every day.|[my] {k}'s eyes light up at {y}.
Q What is [my] {k}'s favourite food?|What should I cook to please [my] {k}?|What does [my] {k} like best?|What would make [my] {k} happy at dinner?|Which dish does [my] {k} love?|What food could I offer [my] {k}?
A {Y:y}.|Your {k} loves {y}.
@born k=kin c=city y=year
S [my] {k} was born in {c} in {y}.|[my] {k} comes from {c}, born {y}.|In {y} [my] {k} saw the light of day in {c}.|{c} is the birthplace of [my] {k}; that was in {y}.
Q What is [my] {k}'s birthplace?|Where was [my] {k} born?|Where does [my] {k} come from?|In which town did [my] {k}'s life begin?|What's [my] {k}'s home town?
A {c}.|In {c}.|Your {k} was born in {c}.
Q In what year was [my] {k} born?|What is [my] {k}'s year of birth?|Since when is [my] {k} alive?|Which year is [my] {k} from?
A In {y}.|{y}.|Your {k} was born in {y}.
@wakes k=kin h=clock i=clock
S [my] {k} rises at {h} and goes to bed at {i}.|[my] {k}'s alarm rings at {h}, and lights are out at {i}.|At {h} [my] {k} is up, and at {i} fast asleep.
Q When does [my] {k} get up?|At what time does [my] {k} wake up?|When does [my] {k}'s day begin?|When does [my] {k} leave the bed?
A At {h}.|Your {k} gets up at {h}.
Q When does [my] {k} go to sleep?|What is [my] {k}'s bedtime?|When does [my] {k}'s day end?|When is it night for [my] {k}?
A At {i}.|Your {k} goes to bed at {i}.
@debtor n=name p=price t=nart
S {n} owes [me] {p} for the {t}.|[I] lent {n} {p} to buy {a:t}.|{n} borrowed {p} from [me] for {a:t}.|{n} still has to pay [me] back {p}, it was for {a:t}.
Q Who has debts with me?|Who borrowed money from me?|Who must pay me back?|Who owes me something?|From whom do I get money?
A {n}.|{n} owes you {p}.
Q How big is {n}'s debt?|How much does {n} owe me?|How much money do I get back from {n}?|What sum did I lend?|How much did {n} borrow?
A {P:p}.|{n} owes you {p}.
Q What did {n} need the money for?|What was the loan for?|What did {n} want to buy?
A For the {t}.|{A:t}.|The {t}.
@cures n=sur i=illness d=day
S Doctor {n} treats [my] {i}; [I] see him on {d}.|On {d} [I] go to Doctor {n} because of [my] {i}.|[I] have {i}, so on {d} Doctor {n} examines [me].
Q Who is [my] doctor?|Which physician looks after me?|Who treats me?|Who examines me?|What is the name of [my] doctor?
A Doctor {n}.|Your doctor is Doctor {n}.
Q What do I suffer from?|Why do I see a doctor?|What is [my] complaint?|What am I treated for?|What illness do I have?
A {I:i}.|You have {i}.
Q When is [my] medical appointment?|On which day do I see the doctor?|When am I examined?|What day is [my] check-up?
A On {d}.|{d}.
@arrival n=name h=clock v=leaver c=city
S {n} arrives by {v} from {c} at {h}.|At {h} {n} comes in on the {v} from {c}.|[I] pick {n} up at {h}; the {v} comes from {c}.|{n}'s {v} from {c} gets in at {h}.
Q When must I meet {n}?|At what time will {n} be here?|When can I expect {n}?|When does {n} get here?|What time should I be there to fetch {n}?|When is the arrival?
A At {h}.|{n} arrives at {h}.
Q How does {n} travel?|By what means does {n} come?|What does {n} come with?|What transport does {n} take?
A By {v}.|{n} comes by {v}.
Q Where does {n} come from?|Where did {n} set out?|In which city does {n}'s journey begin?|What is {n}'s starting point?
A From {c}.|{c}.
Q Who comes to visit?|Who is [my] guest?|Whom do I pick up?|Who is on the way here?
A {n}.|{n} comes at {h}.
@movedout n=name c=city j=job
S {n} left for {c} to become {a:j}.|{n} went to {c} and trained as {a:j}.|In {c} {n} found work as {a:j}.|{n} is now {a:j} in {c}.
Q What does {n} do for a living?|What's {n}'s occupation?|What has become of {n}?|What is {n}'s profession?|What kind of work does {n} do?|What job has {n}?
A {n} is {a:j}.|{A:j}.
Q Where does {n} live now?|What is {n}'s new home?|Where can I visit {n}?|Where did {n} end up?|Which city is {n} in?
A In {c}.|{n} is in {c}.
@twojobs k=kin j=job l=kin i=job
S [my] {k} is {a:j} and [my] {l} is {a:i}.|[my] {k} works as {a:j}, [my] {l} as {a:i}.|[I] have {a:j} in the family, [my] {k}, and {a:i}, [my] {l}.
Q Who in [my] family is {a:j}?|Which of them works as {a:j}?|Who is the {j}?|Who has the job of {a:j}?
A Your {k}.|Your {k} is {a:j}.
Q Who in [my] family is {a:i}?|Which of them works as {a:i}?|Who is the {i}?|Who has the job of {a:i}?
A Your {l}.|Your {l} is {a:i}.
Q What does [my] {k} do for a living?|What is [my] {k}'s occupation?|What's [my] {k}'s trade?|How does [my] {k} earn money?
A Your {k} is {a:j}.|{A:j}.
Q What does [my] {l} do for a living?|What is [my] {l}'s occupation?|What's [my] {l}'s trade?|How does [my] {l} earn money?
A Your {l} is {a:i}.|{A:i}.
@twomeets n=role h=clock m=role i=clock
S [I] see the {n} at {h} and the {m} at {i}.|At {h} it is the {n}'s turn, at {i} the {m}'s.|The {n} expects [me] at {h}, the {m} at {i}.|First the {n} at {h}, then the {m} at {i}.
Q When do I meet the {n}?|What time is [my] appointment with the {n}?|When must I be at the {n}'s?|When does the {n} see me?
A At {h}.|You see the {n} at {h}.
Q When do I meet the {m}?|What time is [my] appointment with the {m}?|When must I be at the {m}'s?|When does the {m} see me?
A At {i}.|You see the {m} at {i}.
Q Whom do I see at {h}?|Who is waiting for me at {h}?|Where must I be at {h}?
A The {n}.|You see the {n} at {h}.
@project n=name w=duty d=duedate
S {n} wants the {w} from [me] by {d}.|[I] promised {n} the {w} by {d}.|By {d} {n} must have the {w}.|{n} is waiting for the {w}; {d} is the last day.|[I] have until {d} to hand the {w} to {n}.
Q What's the deadline?|When must the {w} be ready?|How long do I have for the {w}?|By when do I have to finish?|When is the {w} due?|How much time is left, until when?
A {D:d}.|By {d}.|The {w} is due by {d}.
Q Who gets the {w}?|For whom is the {w}?|To whom must I deliver?|Who expects work from me?|Who is the {w} for?
A {n}.|The {w} is for {n}.
Q What must I hand in?|What does {n} expect of me?|What did I promise?|What do I still have to do?
A The {w}.|The {w} for {n}.
@keeps k=kin a=nanimal b=smallnum
S [my] {k} keeps {a:a} at home.|At [my] {k}'s house there lives {a:a}.|[my] {k} has {a:a}.|{A:a} lives with [my] {k}.|[my] {k} looks after {a:a}.
Q What pet has [my] {k} got?|What kind of animal does [my] {k} own?|Which creature lives at [my] {k}'s?|What animal belongs to [my] {k}?|Does [my] {k} have a pet, and what is it?
A {A:a}.|Your {k} has {a:a}.
Q Whose pet is the {a}?|Who is the owner of the {a}?|Who has {a:a}?|To whom does the {a} belong?
A Your {k}.|The {a} is your {k}'s.
@plays i=instrument n=name m=name j=instrument
S {n} plays the {i} and {m} the {j}.|On the {i} you hear {n}, on the {j} {m}.|In [my] band {n} is on the {i} and {m} on the {j}.
Q Who is the one with the {i}?|Who do I hear on the {i}?|Which of the two plays the {i}?|Whose instrument is the {i}?
A {n}.|{n} plays the {i}.
Q Who is the one with the {j}?|Who do I hear on the {j}?|Which of the two plays the {j}?|Whose instrument is the {j}?
A {m}.|{m} plays the {j}.
Q What does {n} play?|What is {n}'s instrument?|Which instrument has {n} learned?
A The {i}.|{n} plays the {i}.
@nick n=name m=name
S [my] name is {n} but everyone says {m}.|[I] [am] {n}, called {m} by [my] friends.|[I] was christened {n}, yet people know [me] as {m}.|{m} is what they call [me]; in [my] passport it says {n}.
Q What is [my] nickname?|What do people call me?|How do [my] friends address me?|What am I known as?
A {m}.|They call you {m}.
Q What is [my] real name?|What does it say in [my] passport?|What is [my] official name?|Under which name was I christened?
A {n}.|Your real name is {n}.
@stop l=bignum c=street
S Take bus {l} and get off at {c}.|Bus {l} brings you to [my] place; the stop is {c}.|[I] live near the stop {c} on line {l}.|To reach [me], ride line {l} as far as {c}.
Q Which bus goes to [my] home?|What number is [my] bus?|Which line do my guests need?|What is the bus number?|What line stops near me?
A {l}.|Line {l}.|Bus {l}.
Q What is [my] stop called?|Where must one get off?|At which stop does one leave the bus?|What's the name of the stop?
A {c}.|The stop is {c}.
@quit n=name j=job w=why
S {n} gave up working as {a:j} because {w}.|{n} quit as {a:j}; {w}.|{n} is no longer {a:j}, since {w}.|As {w}, {n} stopped being {a:j}.
Q Why did {n} quit?|What made {n} leave the job?|What was {n}'s reason to stop?|For what reason did {n} resign?|How come {n} gave up?
A Because {w}.|{n} quit because {w}.
Q What was {n}'s job?|What did {n} use to be?|What work did {n} do before?|What was {n} by profession?
A {A:j}.|{n} was {a:j}.
@heir n=elder t=nart k=kin
S [my] {n} left the {t} to [my] {k}.|[my] {k} inherited the {t} from [my] {n}.|When [my] {n} died, the {t} went to [my] {k}.|The {t} passed from [my] {n} to [my] {k}.
Q Who inherited the {t}?|Who is the heir of the {t}?|Who has the {t} today?|Who got the {t}?|Whose is the {t} now?
A Your {k}.|Your {k} has the {t}.
Q What did [my] {n} leave behind?|What did [my] {k} inherit?|What went from one to the other?
A The {t}.
Q Whose was the {t} before?|From whom did [my] {k} inherit?|To whom did the {t} use to belong?|Who was the former owner of the {t}?
A Your {n}.|The {t} was your {n}'s.
@opens b=shop h=clock i=clock
S The {b} is open from {h} to {i}.|You can go into the {b} between {h} and {i}.|The {b} unlocks its door at {h} and locks it at {i}.|The {b}'s hours are {h} to {i}.
Q When does the {b} close?|Until when can I shop at the {b}?|What time does the {b} shut?|When is it too late for the {b}?
A At {i}.|The {b} closes at {i}.
Q When does the {b} open?|From when on can I go to the {b}?|What is the earliest time for the {b}?|When does the {b} start?
A At {h}.|The {b} opens at {h}.
@parcelfor n=name t=nart d=day
S [I] sent {n} {a:t} on {d}.|On {d} [I] posted {a:t} to {n}.|{A:t} went off to {n} on {d}.|[I] mailed {n} {a:t}; that was on {d}.
Q What is in {n}'s parcel?|What will {n} get from me?|What did I post?|What did I mail to {n}?|What will the postman bring {n}?
A {A:t}.|You sent {n} {a:t}.
Q Who gets mail from me?|To whom did I send something?|Who is the parcel for?|Who is the receiver of the {t}?
A {n}.|The {t} is for {n}.
Q When did I send it off?|When did it go to the post?|On what day did I mail the {t}?
A On {d}.|{d}.
@mastered n=kin s=feat
S [my] {n} managed to {s}.|[my] {n} has learned to {s}.|After much practice [my] {n} is able to {s}.|[my] {n} knows how to {s}.
Q What is [my] {n}'s talent?|What special thing can [my] {n} do?|What ability does [my] {n} have?|What has [my] {n} mastered?|What is [my] {n} good at?
A Your {n} can {s}.
Q Who can {s}?|Who has the skill to {s}?|Who is able to {s}?
A Your {n}.|Your {n} can.
@crossing n=name t=nart m=name
S {n} has hidden the {t} from {m}.|{n} does not want {m} to see the {t}.|{n} keeps the {t} secret from {m}.
Q Who must not find the {t}?|From whom is the {t} hidden?|Who should not see the {t}?|Who is not to know about the {t}?
A {m}.|{m} must not see it.
Q Who hid the {t}?|Who keeps a secret?|Who put the {t} out of sight?|Whose secret is it?
A {n}.|{n} hid the {t}.
@floorlives n=name m=name
S {n} lives above [me] and {m} below.|Upstairs there is {n}, downstairs {m}.|Over [my] head walks {n}, under [my] floor lives {m}.
Q Who lives upstairs?|Who is [my] neighbour above?|Who lives over me?|Whose steps do I hear on the ceiling?
A {n}.|{n} lives above you.
Q Who lives downstairs?|Who is [my] neighbour below?|Who lives under me?|Who hears [my] steps?
A {m}.|{m} lives below you.
@taller n=name m=name
S {n} is taller than {m}.|{m} is shorter than {n}.|{m} has to look up to {n}.|{n} towers over {m}.
Q Who is the taller one?|Which of the two is bigger?|Who is the tall one?
A {n}.|{n} is taller.
Q Who is the shorter one?|Which of the two is smaller?|Who is the small one?
A {m}.|{m} is shorter.
@elderone n=name m=name
S {n} is older than {m}.|{m} is younger than {n}.|{n} was born before {m}.|{m} is {n}'s little sister.|{n} is the big brother of {m}.
Q Who is the older one?|Which of the two is older?|Who was born first?
A {n}.|{n} is older.
Q Who is the younger one?|Which of the two is younger?|Who was born later?
A {m}.|{m} is younger.
@beat n=name m=name c=contest
S {n} beat {m} in the {c}.|{m} lost the {c} against {n}.|In the {c} {n} came first and {m} second.|{n} was better than {m} in the {c}.|{m} had to give in to {n} in the {c}.
Q Who won the {c}?|Who is the champion?|Who was first?|Whose victory was it?|Who came out on top?
A {n}.|{n} won.
Q Who lost the {c}?|Who was the loser?|Who came second?|Who was beaten?
A {m}.|{m} lost.
'''

LISTS = dict(
    race='marathon|half marathon|ten-kilometre race|triathlon|city run|hill race|charity run|bicycle race|ski race'.split('|'),
    stay='a week|ten days|two weeks|a fortnight|three days|a month|five days|a long weekend|six weeks|four nights|nine days|twelve days'.split('|'),
    illness='a cold|the flu|a sore throat|a fever|a cough|back pain|an ear infection|asthma|hay fever|migraine|a stomach ache|toothache|a rash|high blood pressure|measles|chickenpox|insomnia|a broken toe|gout|anaemia|bronchitis|a swollen knee'.split('|'),
    why='the pay was bad|the days were too long|the boss was rude|it was bad for the back|a baby was coming|the firm went broke|there was no time for the family|the way to work was too far|it became boring|the noise was too much|a better offer came|the health did not allow it'.split('|'))

TRADES = [x.split('/') for x in '''bakes bread/baker/bread;runs a bakery/baker/bread;cuts hair/hairdresser/haircuts;repairs cars/mechanic/car repairs;runs a garage/mechanic/car repairs;teaches at a school/teacher/lessons;gives lessons/teacher/lessons;drives a taxi/taxi driver/rides;grows vegetables/farmer/vegetables;
has a farm/farmer/milk and grain;makes shoes/shoemaker/shoes;builds walls/bricklayer/walls;lays bricks/bricklayer/walls;paints houses/painter/painting;fixes pipes/plumber/pipes;mends taps and pipes/plumber/pipes;wires houses/electrician/wiring;pulls teeth/dentist/dental care;has a dental surgery/dentist/dental care;
treats sick animals/vet/care for animals;heals animals/vet/care for animals;sells medicine/pharmacist/medicine;runs a pharmacy/pharmacist/medicine;cooks in a restaurant/cook/meals;is in charge of a restaurant kitchen/chef/meals;sells meat/butcher/meat;runs a butcher's shop/butcher/meat;sells flowers/florist/flowers;
has a flower shop/florist/flowers;catches fish at sea/fisherman/fish;goes out to sea for fish/fisherman/fish;flies planes/pilot/flights;sits in the cockpit of an airliner/pilot/flights;plays in court for the accused/lawyer/legal advice;defends people in court/lawyer/legal advice;designs houses/architect/plans;draws plans for buildings/architect/plans;
keeps bees/beekeeper/honey;writes books/writer/books;lives from novels/writer/novels;takes pictures at weddings/photographer/photographs;has a photo studio/photographer/photographs;sews suits/tailor/suits;makes clothes to measure/tailor/clothes;works in a hospital ward/nurse/care;looks after patients/nurse/care;operates on people/surgeon/operations;
puts out fires/firefighter/help in fires;delivers letters/postman/letters;brings the mail/postman/letters;serves guests in a cafe/waiter/service;waits at table/waiter/service;makes furniture/carpenter/furniture;works with wood/carpenter/furniture;forges iron/blacksmith/iron;shoes horses/blacksmith/horseshoes;repairs watches/watchmaker/watches;
makes clocks/watchmaker/clocks;looks after a park/gardener/gardens;plants flower beds for others/gardener/gardens;sings on stage/singer/songs;plays roles on stage/actor/plays;is on stage in the theatre/actor/plays;translates books/translator/translations;digs for old pots/archaeologist/finds;studies the stars/astronomer/star maps;
grinds grain/miller/flour;keeps an inn/innkeeper/beds and beer;herds sheep/shepherd/wool;drives trains/train driver/rides;makes cheese/cheesemaker/cheese;brews beer/brewer/beer;sells houses/estate agent/houses;fits glasses/optician/glasses;tunes pianos/piano tuner/piano tuning;guards prisoners/prison guard/security;writes for a newspaper/journalist/articles;
works as a reporter/journalist/articles;programs computers/programmer/software;writes software/programmer/software;keeps the books of a firm/accountant/accounts;fells trees/lumberjack/timber;covers roofs/roofer/roofs;sweeps chimneys/chimney sweep/clean chimneys;lends books to people/librarian/books;works in a library/librarian/books'''.replace('\n', '').split(';')]

KINDS = [x.split('/') for x in '''poodle/dog;beagle/dog;terrier/dog;sheepdog/dog;dachshund/dog;spaniel/dog;collie/dog;husky/dog;Siamese/cat;tabby/cat;Persian/cat;pony/horse;stallion/horse;mare/horse;canary/bird;parrot/bird;budgie/bird;cockatoo/bird;goldfish/fish;guppy/fish;carp/fish;python/snake;boa/snake;gecko/lizard;iguana/lizard;
violin/musical instrument;cello/musical instrument;oboe/musical instrument;trumpet/musical instrument;banjo/musical instrument;harp/musical instrument;Fiat/car;Skoda/car;Volvo/car;Renault/car;Toyota/car;Saab/car;hammer/tool;chisel/tool;saw/tool;spanner/tool;file/tool;rose/flower;tulip/flower;lily/flower;dahlia/flower;daisy/flower;
oak/tree;birch/tree;maple/tree;pine/tree;chestnut/tree;apple/fruit;pear/fruit;plum/fruit;mango/fruit;quince/fruit;carrot/vegetable;leek/vegetable;turnip/vegetable;cabbage/vegetable;sofa/piece of furniture;wardrobe/piece of furniture;armchair/piece of furniture;cupboard/piece of furniture;sweater/piece of clothing;jacket/piece of clothing;
scarf/piece of clothing;coat/piece of clothing;necklace/piece of jewellery;ring/piece of jewellery;bracelet/piece of jewellery;brooch/piece of jewellery;kayak/boat;canoe/boat;yacht/boat;dinghy/boat;raft/boat'''.replace('\n', '').split(';')]


def trade(r, w, Q, kin):
    """What a person does says what that person is, and the other way round."""
    k, n, c = r.choice(kin), w.name(r), w.city(r)
    vp, j, ware = r.choice(TRADES)
    x = r.random()
    if x < 0.45:
        who, ask = f'My {k}', f'my {k}'
    elif x < 0.75:
        who, ask = f'My {k} {n}', r.choice([f'my {k}', n, f'my {k} {n}'])
    else:
        who = ask = n
    you = ask.replace('my ', 'your ')
    place = f' in {c}' if r.random() < 0.5 else ''
    doing = r.random() < 0.6
    if doing:
        s = r.choice([f'{who} {vp}{place}.', f'{who} {vp}{place} for a living.', f'{who} {vp}{place}, and has done so for years.'])
    else:
        s = r.choice([f'{who} is {a_an(j)}{place}.', f'{who} works as {a_an(j)}{place}.', f'{who} has been {a_an(j)}{place} for years.'])
    asks = [([f"What is {ask}'s job?", f'What does {ask} do for a living?', f"What's {ask}'s profession?", f'What is {ask} by trade?', f"What is {ask}'s occupation?", f'How does {ask} earn money?', f'What kind of work does {ask} do?', f'{cap(ask)}, what work is that again?'], [f'{cap(you)} is {a_an(j)}.', f'{cap(a_an(j))}.'] if not doing or r.random() < 0.6 else [f'{cap(you)} {vp}, so {you} is {a_an(j)}.', f'{cap(you)} is {a_an(j)}.']),
            ([f'Who of the people I know is {a_an(j)}?', f'Who is the {j}?', f'Do I know {a_an(j)}?', f'Which {j} do I know?', f'I need {a_an(j)}. Whom could I ask?', f'Who could help me with {ware}?', f'Whom should I ask about {ware}?', f'Who knows about {ware}?', f'Who {vp}?'], [f'{cap(you)}.', f'{cap(you)} is {a_an(j)}.'])]
    if place:
        asks.append(([f'Where does {ask} work?', f'In which city does {ask} work?', f'Where can I find the {j}?', f"Where is {ask}'s place of work?", f'In what town is {ask}?'], [f'In {c}.', f'{cap(you)} works in {c}.']))
    return Q.Told(s, asks, key='kinjob')


def kind(r, w, Q, kin):
    """A thing told by its own name and asked for by its kind."""
    x, k = r.choice(KINDS)
    p, n, c = r.choice(kin), w.name(r), w.city(r)
    s, who, you, asks = '', '', '', []
    y = r.random()
    if y < 0.35:
        s, you = r.choice([f'I have bought {a_an(x)}.', f'I own {a_an(x)}.', f'I have got {a_an(x)}.', f'At last I have {a_an(x)} of my own.', f'I got {a_an(x)} from {n}.']), 'You have'
        asks = [([f'What kind of {k} do I have?', f'Which {k} is mine?', f'What {k} do I own?', f'My {k}, what is it?', f'What sort of {k} have I got?'], [f'{cap(a_an(x))}.', f'You have {a_an(x)}.'])]
    elif y < 0.7:
        s = r.choice([f'My {p} has {a_an(x)}.', f'My {p} {n} owns {a_an(x)}.', f'My {p} bought {a_an(x)} in {c}.', f'{cap(a_an(x))} belongs to my {p}.'])
        asks = [([f'What kind of {k} does my {p} have?', f'Which {k} belongs to my {p}?', f"What is my {p}'s {k}?", f'What {k} has my {p} got?'], [f'{cap(a_an(x))}.', f'Your {p} has {a_an(x)}.']),
                ([f'Who has {a_an(k)}?', f'Who owns {a_an(k)}?', f'Who is the owner of the {x}?', f'Whose is the {k}?'], [f'Your {p}.', f'Your {p} has {a_an(x)}.'])]
    else:
        s = r.choice([f'My {x} is called {n}.', f'I call my {x} {n}.', f'{n} is my {x}.', f'I have {a_an(x)} by the name of {n}.']) if k in ('dog', 'cat', 'horse', 'bird', 'fish', 'snake', 'lizard', 'boat', 'car') else f'I gave {n} {a_an(x)}.'
        if 'gave' in s:
            asks = [([f'Which {k} did I give away?', f'What did {n} get from me?', f'What {k} did {n} receive?', f'What was my present for {n}?'], [f'{cap(a_an(x))}.', f'You gave {n} {a_an(x)}.']), ([f'Who got a present from me?', f'To whom did I give the {x}?', f'Who has my {k} now?'], [f'{n}.'])]
        else:
            asks = [([f"What is my {k}'s name?", f'What is my {k} called?', f'How do I call my {k}?', f'What name did I give my {k}?', f'Name of my {k}?'], [f'{n}.', f'Your {x} is called {n}.']), ([f'What kind of {k} is {n}?', f'What is {n}?', f'Who is {n}?'], [f'{n} is your {x}.', f'{cap(a_an(x))}.'])]
    return Q.Told(s, asks, key='kind')
