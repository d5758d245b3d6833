"""Recall as in daily life: more facts in words of their own (EVERYDAY), weeks and lists that change, long messages with many facts,
and facts asked for after up to 1,700 tokens of other talk.
"""
import math
import re

import lexicon as L
import sentences as Q
import slots as S
import talk as T
from slots import cap, comma

EVERYDAY = '''
@ward k=kin v=storeynum n=sur
S They have put my {k} in {v}, Doctor {n} will operate.|My {k} is in hospital, {v}, under Doctor {n}.|Doctor {n} looks after my {k}, who lies in {v}.|If you send flowers to my {k}: {v}, and the surgeon is Doctor {n}.
Q Where do I find my {k} in the hospital?|Which room do I go to with the flowers?|Where is my {k}'s bed?|To which door must I go for the visit?
A {V:v}.|Your {k} is in {v}.
Q Who operates on my {k}?|What is the surgeon called?|Which doctor is in charge?|With whom should I speak about my {k}'s operation?
A Doctor {n}.|It is Doctor {n}.
@tattoo k=kin a=animal b=bodypart
S My {k} has {a:a} on the {b}, done with a needle.|On my {k}'s {b} you can see {a:a} in ink.|The tattoo on my {k}'s {b} shows {a:a}.|{A:a} now covers my {k}'s {b} for life.
Q What is my {k}'s tattoo?|What picture does my {k} carry on the skin?|Which animal did my {k} choose in the tattoo studio?|What does the ink show?
A {A:a}.|It is {a:a}.
Q Where is the tattoo?|Which part of the body has the picture?|What part did the needle hurt?
A On the {b}.|The {b}.
@passport d=date k=kin
S My {k}'s passport runs out on {d}.|After {d} my {k} needs new papers.|My {k} can cross the border until {d}, then the passport is worthless.|{D:d} is the last day of my {k}'s passport.
Q Until when is my {k}'s passport valid?|When must my {k} renew the papers?|On what date does the document expire?|What is the end date of the passport?
A On {d}.|Until {d}.
@locker n=bignum f=storey w=nart
S My {w} is locked in number {n} on the {f} floor.|I put my {w} into locker {n}, {f} floor.|Locker {n} on the {f} floor has my {w} in it.
Q Which locker is mine?|What number must I open?|What is on the door of my locker?|Which compartment did I use?
A {n}.|Locker {n}.
Q On which floor is it?|How far up do I have to go?|Where in the building is the locker?
A On the {f} floor.|The {f} floor.
Q What did I lock away?|What is inside the locker?|What will I find behind that door?
A Your {w}.|The {w}.
@voucher p=price s=shopname d=date
S I have a voucher for {p} from {s}, good until {d}.|{s} gave me a voucher, {p}, and it runs until {d}.|Until {d} I can spend {p} at {s} without paying.
Q How much is the voucher worth?|What sum can I spend?|How much money is on it?|For how much may I choose something?
A {P:p}.|It is worth {p}.
Q Where can I use the voucher?|Which shop is it for?|Who gave me the voucher?|In what shop do I not have to pay?
A At {s}.|{s}.
Q When does it lose its value?|Until when must I have used it?|What is the last day for it?
A On {d}.|Until {d}.
@subscription t=paper p=price d=day
S They deliver it every {d} for {p} a year: my magazine.|My magazine comes on {d}s and costs me {p} a year.|I pay {p} a year so that the magazine is in my letter box every {d}.
Q On which day does the magazine come?|When do I find it in the letter box?|What day is it delivered?
A On {d}s.|Every {d}.
Q What does the subscription cost?|How much is it for a year?|What do they take from my account for it?
A {P:p} a year.|{P:p}.
@latecomer n=name m=minutes e=event
S {n} kept us waiting {m} at the {e}.|The {e} began {m} later because of {n}.|We stood around for {m} until {n} came to the {e}.
Q Who was not on time?|Because of whom did we wait?|Who made everybody wait?|Whose fault was the late start?
A {n}.|It was {n}.
Q How long did we wait?|How much later did it begin?|By how long was the start put off?
A {M:m}.|We waited {m}.
@theatre t=booktitle n=name r=role
S {n} is in "{t}" and plays the {r}.|In "{t}" the part of the {r} went to {n}.|I saw "{t}" with {n} as the {r}.|They gave "{t}" last night; {n} was the {r}.
Q Who was on the stage?|Which actor did I see?|Who had the part of the {r}?|Whose acting did I watch?
A {n}.|{n} played the {r}.
Q Which play was it?|What was performed?|What's the title of the piece?|What did they put on?
A "{t}".|It was "{t}".
Q What was {n}'s role?|Which part did {n} have?|As whom did {n} appear?
A The {r}.|{n} was the {r}.
@exchange t=nart s=shopname r=wrongwith
S I took the {t} back to {s}; it {r}.|{s} must give me another {t}, this one {r}.|The {t} from {s} {r}, so I want my money back.|Because it {r}, the {t} goes back to {s}.
Q What did I complain about?|What am I returning?|Which purchase was a failure?|For what do I want my money back?
A The {t}.|Your new {t}.
Q Where did I buy it?|Which shop sold it?|Who has to take it back?|Where is my money now?
A At {s}.|{s}.
Q What is the matter with it?|Why do I not want to keep it?|What was wrong?|What reason did I give in the shop?
A It {r}.|The {t} {r}.
@runsout f=goods n=smallnum d=day
S There are {f} for {n} more days, I go shopping on {d}.|On {d} I will fetch more {f}; what we have lasts {n} days.|Our {f} last {n} days, then comes {d} and I go to the shop.
Q How long will the {f} last?|For how many days do we have enough?|How many days can we still eat of it?
A {N:n} days.|For {n} days.
Q When do I go shopping?|On what day will there be more?|Which day is for the supermarket?
A On {d}.|{d}.
Q Of what is little left?|What are we short of?|What must I put in the trolley?
A {F:f}.|The {f}.
@witness n=name c=colour b=carbrand s=street
S {n} saw a {c} {b} drive away from {s}.|It was a {c} {b} that fled from {s}, {n} told the police.|According to {n} there was a {c} {b} in {s}.
Q Who is the witness?|Who told the police?|Who saw it all?|Whose statement is it?
A {n}.|{n} saw it.
Q What car was it?|What should the police look for?|Which vehicle was seen?|What did the driver sit in?
A A {c} {b}.|The {c} {b}.
Q Where did it happen?|In which street was the car?|What place did the driver flee from?
A In {s}.|{s}.
@haircut n=name d=day c=colour
S {n} will dye my hair {c} on {d}.|On {d} I get {c} hair from {n}.|My hair will be {c} after {n} has had me in the chair on {d}.
Q Who does my hair?|In whose chair will I sit?|Which hairdresser do I go to?|Who holds the scissors?
A {n}.|{n} does.
Q What colour will my hair be?|Which shade did I choose for my head?|How will my hair look afterwards?
A {C:c}.|It will be {c}.
Q When do I go to the hairdresser?|On what day will I look different?|Which day is my appointment?
A On {d}.|{d}.
@seats b=bignum v=venue e=event
S {b} people fit into {v}, so we hold the {e} there.|For the {e} we took {v} with its {b} chairs.|The {e} is in {v}, which has room for {b}.
Q How many people can come?|How big is the hall?|What number of chairs is there?|For how many is there room?
A {b}.|For {b} people.
Q Where do we hold the {e}?|Which hall did we take?|Where should the guests go?|In which place will it be?
A In {v}.|{V:v}.
@namesake k=kin e=elder
S My {k} was named after my {e}.|They gave my {k} my {e}'s name.|My {k} and my {e} have the same first name, on purpose.
Q After whom was my {k} called?|Where does my {k}'s name come from?|Whose name did my {k} get?|Who had that name before my {k}?
A After your {e}.|Your {e}.
@marathon n=name p=place4 m=minutes
S {n} was {p} with a time of {m}.|With {m} on the clock {n} came in {p}.|It took {n} {m}, and that meant coming {p}.
Q How did {n} do?|What place did {n} reach?|Where was {n} in the final list?|Which rank did {n} get?
A {P:p}.|{n} came {p}.
Q How long did {n} need?|What was {n}'s time?|What did the stopwatch show for {n}?
A {M:m}.|{n} needed {m}.
@allotment n=name f=plantname p=price
S {n} sells {f} from the garden for {p} a bag.|For {p} you get a bag of {f} from {n}.|I buy my {f} from {n}, {p} the bag.
Q From whom do I get {f}?|Who sells {f}?|Who grows what I buy?|Who is my source of {f}?
A {n}.|From {n}.
Q What does a bag cost?|How much does {n} take?|What do I pay for the {f}?
A {P:p}.|{P:p} a bag.
Q What does {n} sell?|What do I buy there?|What grows in {n}'s garden?
A {F:f}.|{n} sells {f}.
@rehearsal i=instrument d=day h=clock n=name
S We practise at {n}'s on {d} at {h}; I bring the {i}.|{d}, {h}, at {n}'s: I must be there with the {i}.|I take the {i} to {n}'s on {d}, we begin at {h}.
Q Where do we practise?|At whose place do we meet?|Who lets us play at home?|To whose house must I go?
A At {n}'s.|At {n}'s place.
Q When do we begin?|At what time is the practice?|What is the hour of the rehearsal?
A At {h}.|{h}.
Q What must I bring?|What should I carry there?|What do I play in the group?|What may I not leave at home?
A The {i}.|Your {i}.
Q On which day do we practise?|What day do I have to keep free for music?|When in the week is it?
A On {d}.|{d}.
@savings n=smallnum p=price t=dream
S Every month I put {p} in a tin, and in {n} years there will be a {t}.|In {n} years I can afford a {t} if I keep {p} back each month.|{p} a month for {n} years, then the {t} is mine.
Q How much do I save?|What goes into the tin?|What do I put aside each month?|How much do I keep back?
A {P:p} a month.|{P:p}.
Q How long must I save?|In how many years will I have it?|When will it be mine?
A {N:n} years.|In {n} years.
Q What do I save for?|What will the money be spent on?|What do I dream of buying?
A A {t}.|For a {t}.
@bedtime k=kin b=booktitle h=clock
S My {k} only sleeps after a chapter of "{b}", at {h}.|At {h} I read "{b}" to my {k}.|"{b}" at {h}, and then my {k} falls asleep.
Q What do I read aloud?|Which story does my {k} hear?|What book puts my {k} to sleep?
A "{b}".|You read "{b}".
Q When do I read to my {k}?|What time is story time?|At what time is the light put out?
A At {h}.|{h}.
Q To whom do I read?|Who listens to my stories?|Who wants a chapter every night?
A To your {k}.|Your {k}.
@fence n=sur m=metres2 c=colour
S Mr {n} put up a {c} fence, {m} high, right beside us.|The {c} fence of {m} belongs to Mr {n}.|Next to our garden stands Mr {n}'s {c} fence, {m} of it.
Q Who built the fence?|Whose fence is it?|Which neighbour do I complain about?|Who spoiled our view?
A Mr {n}.|It was Mr {n}.
Q How high is it?|What does the fence measure?|How tall did it get?
A {M:m}.|It is {m} high.
Q What colour did he choose?|How does the fence look?|In what shade is it?
A {C:c}.|It is {c}.
@mistake n=name w=wrongdone p=price
S {n} {w}, and that cost us {p}.|We lost {p} because {n} {w}.|It was {n} who {w}. The damage: {p}.
Q Who made the mistake?|Who is to blame?|Whose fault was it?|Who must apologise?
A {n}.|It was {n}.
Q How much did we lose?|What is the damage?|How expensive was the mistake?|What did it cost us?
A {P:p}.|It cost {p}.
Q What went wrong?|What did {n} do?|What was the mistake?
A {n} {w}.
@luggage c=colour t=bagkind b=smallnum f=city
S My {c} {t} never arrived in {f}.|The airline lost my {c} {t} on the way to {f}.|In {f} I waited for my {c} {t} in vain.
Q What does my lost luggage look like?|What should the airline look for?|Which piece is missing?|What did they lose?
A A {c} {t}.|Your {c} {t}.
Q Where was I when the luggage was gone?|In which city should it be delivered?|To what place was I flying?
A In {f}.|{f}.
@school k=kin n=sur s=subject g=grade
S Mrs {n} gave my {k} {g} in {s}.|My {k} came home with {g} in {s}, from Mrs {n}.|In {s} my {k} has Mrs {n} and got {g}.
Q What mark did my {k} get?|How good was my {k} at school?|What did my {k} bring home?|What was the result?
A {G:g}.|Your {k} got {g}.
Q In which subject was it?|What was tested?|What class was that in?
A In {s}.|{S:s}.
Q Who teaches my {k}?|Which teacher was it?|Who gave the mark?
A Mrs {n}.|It was Mrs {n}.
@wifi n=name k=code
S Guests can go online with {k}; {n} set it up.|{n} made the network, and you type {k} to get in.|To use our internet you enter {k}. Ask {n} if it fails.
Q What do guests type to get online?|What is the key to our network?|How do I get into the internet at home?|What do I enter for the connection?
A {k}.|You enter {k}.
Q Who takes care of the network?|Whom do I ask when it fails?|Who set up the internet?
A {n}.|{n} did.
@ship n=shipname c=city d=date p=storeynum
S I sail on the {n} from {c} on {d}.|On {d} the {n} takes me out of {c}.|My ship is the {n}; she leaves {c} on {d}.
Q What is the ship called?|On board of what will I be?|Which vessel did I book?
A The {n}.|She is called the {n}.
Q Where do I go on board?|Which port does it leave from?|In which city does the cruise begin?
A In {c}.|From {c}.
Q When do we put to sea?|On which date do I leave land?|What day does the voyage begin?
A On {d}.|{d}.
@oldhouse y=year n=sur u=oncewas
S Our house was {u} once; a Mr {n} built it in {y}.|In {y} Mr {n} built what is our house now, then it was {u}.|We live in what was {u}, built in {y} by Mr {n}.
Q What was our house in former times?|What used to be in our rooms?|What was the building meant for?
A {U:u}.|It was {u}.
Q How old is our house, from what year?|When was it built?|Which year stands over the door?
A From {y}.|In {y}.
Q Who was the builder?|Who had our house built?|To whom do we owe our walls?
A Mr {n}.|A Mr {n}.
@recipe2 n=elder f=dish i=ingredient
S The secret of my {n}'s {f} is {i}.|My {n} puts {i} into the {f}, but tell nobody.|Nobody knows that there is {i} in my {n}'s {f}.
Q What is the secret ingredient?|What makes the {f} so good?|What is hidden in the {f}?|What must I add?
A {I:i}.|It is {i}.
Q Whose recipe is it?|Who makes the {f} like that?|From whom do I have the secret?
A Your {n}'s.|It is your {n}'s.
@pause w=duty d=stay r=whyoff
S I stop work on the {w} for {d} because {r}.|The {w} rests for {d}: {r}.|Because {r}, nobody touches the {w} for {d}.
Q For how long is it on hold?|How long is the break?|When does it go on, after what time?
A For {d}.|{D:d}.
Q Why did the work stop?|What is the reason for the break?|What keeps me from going on?
A Because {r}.|{R:r}.
Q What is on hold?|What do I not work on?|Which job must wait?
A The {w}.|It is the {w}.
@stall n=name w=things2 d=day
S {n} has a stall with {w} on {d}s.|On {d}s {n} sells {w} at the market.|Who wants {w} goes to {n}'s stall on a {d}.
Q What does {n} sell?|What is on {n}'s table at the market?|What can one buy from {n}?
A {W:w}.|{n} sells {w}.
Q On which day is the market?|When is {n} at the market?|What day should I go there?
A On {d}s.|On {d}.
Q Who has the stall?|Who sells {w}?|From whom could I buy {w}?
A {n}.|{n} does.
@wake n=name s=soundof h=clock
S {n} woke me at {h} with {s}.|At {h} I was torn from sleep by {n}'s {s}.|I have been awake since {h} because {n} started with {s}.
Q What woke me?|What noise ended my night?|What did I hear so early?
A {S:s}.|It was {s}.
Q When did my night end?|Since when have I been up?|At what time was I woken?
A At {h}.|{h}.
Q Who woke me?|Who ended my sleep?|Whom should I tell to be quiet?
A {n}.|It was {n}.
@replace n=name m=name d=day t=shiftname
S {n} cannot come on {d}, so {m} does the {t}.|On {d} {m} stands in for {n}, {t}.|{m} takes over {n}'s {t} on {d}.
Q Who is absent?|Who cannot come?|Who is away on {d}?|For whom must somebody step in?
A {n}.|{n} is away.
Q Who stands in?|Who takes over?|Who does the work instead?|Who is there on {d} in place of {n}?
A {m}.|{m} does.
@colours2 t=nart c=colour u=colour
S The {t} is {c} outside and {u} inside.|Outside the {t} is {c}, but when you open it you see {u}.|My {t}: {c} on the outside, {u} within.
Q What colour is the {t} on the outside?|How does the {t} look from outside?
A {C:c}.|It is {c} outside.
Q What colour is the {t} inside?|What do I see when I open the {t}?
A {U:u}.|It is {u} inside.
@bus l=bignum s=street n=smallnum
S To get to me, take the {l} and get off in {s}, {n} stops from the station.|The {l} goes from the station to {s}, it is {n} stops; there I stand.|You sit in the {l} for {n} stops, then comes {s}, that's me.
Q Which bus brings you to me?|What number must a visitor take?|Which line do my guests need?
A The {l}.|{l}.
Q Where must a visitor get off?|At which stop do I stand?|What is the name of my stop?
A In {s}.|{s}.
Q How many stops is it?|How far is it from the station?|After how many stops is a guest with me?
A {N:n} stops.|{N:n}.
@bet n=name p=price t=betthat
S {n} bets me {p} that {t}.|If {t}, I owe {n} {p}.|I told {n}: if {t}, you get {p} from me.
Q How much is at stake?|What can I lose?|How much do I have to pay if I am wrong?
A {P:p}.|{p} is at stake.
Q Who is my opponent in the bet?|With whom did I bet?|Who gets my money if I lose?
A {n}.|With {n}.
Q What is the bet about?|What did we bet on?|When do I lose?
A That {t}.|The bet is that {t}.
@wasp a=animal b=bodypart w=placename
S {A:a} bit me in the {b} near {w}.|Near {w} {a:a} went for my {b}.|My {b} hurts since {a:a} bit me, it was near {w}.
Q What bit me?|Which animal attacked me?|What hurt me?|From what did I get the wound?
A {A:a}.|It was {a:a}.
Q Where was I bitten, on which part of the body?|Where is the wound?|What should the doctor bandage?
A In the {b}.|Your {b}.
Q In what area did it happen?|What place was I near?|Where should people watch out?
A Near {w}.|{w}.
@speech n=name t=topic m=minutes
S {n} talked about {t} for {m}.|We had to listen to {n} on {t} for {m}.|For {m} {n} went on about {t}.
Q What was the talk about?|What was {n}'s theme?|What did we have to listen to?
A {T:t}.|About {t}.
Q Who gave the talk?|Who was the speaker?|Whose speech was it?|Who went on and on?
A {n}.|It was {n}.
Q How long did it last?|How much time did the speech take?|How long did we sit there?
A {M:m}.|For {m}.
@spill n=name d=drink t=nart
S {n} poured {d} over my {t}.|My {t} is full of {d}, thanks to {n}.|There is {d} on the {t}; {n} could not hold the cup.
Q What happened to my {t}?|Why is my {t} wet?|What is on the {t}?
A {n} poured {d} over it.|There is {d} on it.
Q Who ruined it?|Who should pay for the cleaning?|Who was so clumsy?|Who spilled something?
A {n}.|It was {n}.
@dance k=kin d=dancekind n=name
S My {k} dances the {d} with {n}.|{n} is who my {k} takes to the {d} class.|In the {d} class my {k} has {n} in the arms.
Q What does my {k} dance?|Which dance is it?|What course does my {k} take?
A The {d}.|Your {k} dances the {d}.
Q Who is my {k}'s partner?|With whom does my {k} dance?|Who goes to the course with my {k}?
A {n}.|With {n}.
@clean m=chore2 n=name k=kin
S This week {n} does the {m}, next week it is my {k}.|The {m} is up to {n} now and to my {k} next week.|{n} has the {m} this week; my {k} follows.
Q Whose turn is it this week?|Who does the {m} now?|Who has to do the {m}?
A {n}.|It is {n}'s turn.
Q Whose turn is it next week?|Who does the {m} after that?|Who follows?
A Your {k}.|It is your {k}'s turn.
@patch c=clock d=clock t=nart
S The {t} is being repaired; I can fetch it between {c} and {d}.|Between {c} and {d} the workshop gives me my {t} back.|I may pick up the {t} from {c} on, but not after {d}.
Q What can I fetch?|What is in the workshop?|What was repaired?|What must I pick up?
A The {t}.|Your {t}.
Q From what time can I go there?|When can I pick it up at the earliest?|When does the workshop begin to hand things out?
A From {c}.|At {c}.
Q When is it too late?|By what time must I be there?|What is the latest hour?
A After {d}.|Before {d}.
@mixup n=name t=nart u=nart
S I ordered {a:t}, but {n} sent me {a:u}.|{n} sent {a:u}, although I had asked for {a:t}.|Instead of {a:t}, {a:u} was in the parcel from {n}.
Q What did I order?|What should have been in the parcel?|What did I really want?|What am I still waiting for?
A {A:t}.|You ordered {a:t}.
Q What did I get instead?|What was in the parcel?|What came by mistake?|What must I send back?
A {A:u}.|You got {a:u}.
Q Who sent the wrong thing?|Whose parcel was it?|To whom must I complain?
A {n}.|It was {n}.
@trainchange c=city d=city m=minutes
S I change in {c} and have {m} to get the train to {d}.|In {c} I have {m} before the train to {d} leaves.|The train to {d} waits {m} after I get to {c}.
Q Where do I change?|In which station do I get out first?|Where must I run from one train to the other?
A In {c}.|{c}.
Q How much time do I have to change?|How long is the stop?|How quickly must I find the other train?
A {M:m}.|You have {m}.
Q Where does the second train go?|What is my final stop?|Where do I want to get in the end?
A To {d}.|{d}.
@twosizes t=wear z=size k=kin y=size
S I take {z} in {t} size, my {k} takes {y}.|My {t} size is {z}, and my {k}'s is {y}.|When you buy for me, {t} size {z}; for my {k} {y}.
Q What size do I take?|What is my {t} size?|Which number do I look for when I buy for myself?
A {z}.|Size {z}.
Q What size does my {k} take?|What is my {k}'s {t} size?|Which number fits my {k}?
A {y}.|Your {k} takes {y}.
@halves n=name m=name t=plthing b=bignum c=bignum
S {n} owns {b} {t}, {m} has {c}.|{b} of the {t} belong to {n}, {c} to {m}.|{n} and {m} share the {t}: {b} for {n}, {c} for {m}.
Q How many {t} does {n} own?|What is {n}'s share?|How many are {n}'s?
A {b}.|{n} has {b}.
Q How many {t} does {m} own?|What is {m}'s share?|How many are {m}'s?
A {c}.|{m} has {c}.
@startwork h=clock i=clock d=day
S I work from {h} to {i}, except on {d}.|My shift goes from {h} to {i}; {d} is free.|Every day but {d} I am at work between {h} and {i}.
Q When does my working day begin?|At what time must I be at my desk?|When do I start?
A At {h}.|{h}.
Q When can I go home?|At what time do I stop working?|When is my working day over?
A At {i}.|{i}.
Q Which day do I have off?|When do I not work?|On what day can I sleep in?
A On {d}.|{d}.
@anchor n=name a=pet c=city w=stay
S While {n} is in {c} for {w}, I look after the {a}.|{n}'s {a} lives with me for {w}, because {n} is in {c}.|I have {n}'s {a} for {w}; {n} flew to {c}.
Q Whose {a} do I look after?|To whom does the {a} belong?|Who left me an animal?
A {n}.|It is {n}'s.
Q How long do I have the {a}?|For what time is the animal with me?|When will the owner be back, after how long?
A For {w}.|{W:w}.
Q Where is {n}?|To which city did {n} go?|Where does the owner spend the time?
A In {c}.|{n} is in {c}.
Q Which animal stays with me?|What animal is my guest?|What must I feed?
A {n}'s {a}.|The {a}.
'''
S.LISTS.update({k: v.split('|') for k, v in dict(
    wrongwith='does not work|has a hole|is too small|makes a strange noise|was already used|came without a manual|smells bad|leaks|has a scratch|is the wrong colour|is too heavy|will not open|got too hot',
    place4='first|second|third|fourth|fifth|last|second to last|tenth|twelfth|eighth', metres2='two metres|three metres|1.80 metres|2.5 metres|six feet|nine feet|four metres',
    wrongdone='sent the wrong file|forgot to lock the door|left the tap running|mixed up the dates|lost the contract|booked the wrong flight|spilled paint on the carpet|paid the bill twice|missed the deadline|broke the window|ordered far too much|deleted the list|gave away the key',
    bagkind='suitcase|bag|rucksack|trunk|case|travel bag|box', shipname='Northern Star|Sea Rose|Albatross|Lady Margaret|Blue Marlin|Seagull|Aurora|Old Tom|Morning Light|Pelican|Queen of the Isles|Trident',
    oncewas='a school|a stable|a bakery|a prison|a chapel|a mill|a post office|a barn|an inn|a brewery|a fire station|a pharmacy|a tailor\'s shop',
    things2='candles|honey|old books|baskets|cheese|flowers|pottery|toys|spices|leather bags|records|mushrooms|hats|knives|soap|jam|wooden spoons',
    soundof='a trumpet|a lawn mower|loud singing|a vacuum cleaner|a motorbike|a phone call|hammering|an alarm clock|a barking dog|radio music|a shout|a drill',
    betthat='it will rain tomorrow|our team wins|the train is late|the shop is closed|nobody will come|it snows before Christmas|the cake burns|the boss quits|the film is boring|he marries her',
    dancekind='tango|waltz|salsa|foxtrot|rumba|polka|jive|samba|cha-cha', chore2='washing-up|shopping|cooking|rubbish|laundry|garden|hoovering|ironing|stairs').items() if k not in S.LISTS})
EVERYDAY = Q.parse(EVERYDAY)
Q.PAIRED += [g for g in EVERYDAY if len(g[1]) >= 2]
Q.KEYED += EVERYDAY


# ------------------------------------------------------------------ a week, and lists that change
WHAT = 'dentist appointment|yoga class|choir practice|lunch with {n}|driving lesson|parents\' evening|meeting with {n}|piano lesson|football training|book club|dinner with {n}|car inspection|job interview|doctor\'s appointment|language course|visit to {n}|haircut|swimming lesson|phone call with {n}|birthday party of {n}|concert|chess evening|exam|house viewing|museum trip|bike repair|band practice|blood test|photo course|walk with {n}'.split('|')


def agenda(r, w, C):
    """Dates of one week, told together or one by one, moved, called off and asked for."""
    n = r.choice([2, 3, 3, 4, 5])
    days = sorted(r.sample(range(7), n))
    ev = []
    for d in days:
        t = r.choice([x for x in WHAT if not any(x.split(' ')[0] == e['raw'].split(' ')[0] for e in ev)])
        ev.append(dict(raw=t, t=t.replace('{n}', w.name(r)), d=L.DAYS[d], i=d, h=S.clock(r), p=r.choice([None, None, 'in ' + w.city(r), 'at ' + r.choice(['home', 'the town hall', 'the station', 'the old mill', 'the club house', 'the school', 'the harbour', 'the hospital']), 'in ' + w.street(r) if hasattr(w, 'street') else None])))
    say = lambda e: r.choice(['My {t} is on {d} at {h}{p}.', 'On {d} at {h} there is the {t}{p}.', 'On {d} I have the {t}, at {h}{p}.', '{d}, {h}: {t}{p}.', 'The {t} is on {d}, {h}{p}.', 'I must not forget the {t} on {d} at {h}{p}.', 'Then there is my {t}: {d} at {h}{p}.']).format(t=e['t'], d=e['d'], h=e['h'], p=' ' + e['p'] if e['p'] else '')
    turns, order = [], ev[:]
    if r.random() < 0.4:
        r.shuffle(order)
    if r.random() < 0.3:
        turns.append((r.choice(['My week:\n', 'Here is my calendar.\n', 'This is my week.\n', 'These are my dates:\n', '']) + '\n'.join(f'{e["d"]} {e["h"]} {e["t"]}' + (f', {e["p"]}' if e['p'] else '') for e in order), r.choice(T.ACKS)))
    elif r.random() < 0.6:
        turns.append((r.choice(['', 'Let me tell you my week. ', 'I have a full week. ', 'My plans: ']) + ' '.join(say(e) for e in order), r.choice(T.ACKS)))
    else:
        for e in order:
            turns.append((say(e), r.choice(T.ACKS)))
            if r.random() < 0.2:
                turns += C.aside(r, w)
    for _ in range(r.choice([0, 0, 1, 2])):
        turns += C.aside(r, w)
    for _ in range(r.choice([1, 2, 3, 4])):
        e = r.choice(ev)
        x = r.random()
        if x < 0.2:
            turns.append((C.question(r, [f'When is the {e["t"]}?', f'What day is my {e["t"]}?', f'On which day do I have the {e["t"]}?', f'When do I have to go to the {e["t"]}?']), r.choice([f'On {e["d"]} at {e["h"]}.', f'On {e["d"]}.', f'Your {e["t"]} is on {e["d"]} at {e["h"]}.'])))
        elif x < 0.33:
            turns.append((C.question(r, [f'At what time is the {e["t"]}?', f'What time does the {e["t"]} begin?', f'When exactly must I be at the {e["t"]}?', f'What is the hour of my {e["t"]}?']), r.choice([f'At {e["h"]}.', f'{cap(e["h"])}.'])))
        elif x < 0.53:
            turns.append((C.question(r, [f'What do I have on {e["d"]}?', f'What is planned for {e["d"]}?', f'What is on {e["d"]}?', f'Do I have anything on {e["d"]}?', f'What are my plans on {e["d"]}?', f'What must I do on {e["d"]}?', f'How does my {e["d"]} look?']), r.choice([f'The {e["t"]} at {e["h"]}.', f'On {e["d"]} you have the {e["t"]}.', f'The {e["t"]}.'])))
        elif x < 0.63:
            d = r.choice(L.DAYS)
            hit = [z for z in ev if z['d'] == d]
            turns.append((r.choice([f'Am I free on {d}?', f'Have I got time on {d}?', f'Is {d} free?', f'Could I meet somebody on {d}?']), f'No, on {d} you have the {hit[0]["t"]}.' if hit else r.choice([f'Yes, there is nothing on {d}.', f'Yes, {d} is free.', f'You have not told me of anything on {d}.'])))
        elif x < 0.73 and e['p']:
            turns.append((C.question(r, [f'Where is the {e["t"]}?', f'Where do I have to go for the {e["t"]}?', f'In what place is my {e["t"]}?']), cap(e['p']) + '.'))
        elif x < 0.83 and len(ev) > 1:
            first = r.random() < 0.5
            z = min(ev, key=lambda z: z['i']) if first else max(ev, key=lambda z: z['i'])
            turns.append((r.choice(['What comes first in my week?', 'Which date is the first one?', 'What do I have first?'] if first else ['What is the last thing in my week?', 'Which date comes last?', 'With what does my week end?']), r.choice([f'The {z["t"]} on {z["d"]}.', f'The {z["t"]}.'])))
        elif x < 0.92:
            free = [d for d in L.DAYS if all(z['d'] != d for z in ev)]
            d = r.choice(free)
            h = S.clock(r)
            turns.append((r.choice([f'The {e["t"]} has been moved to {d} at {h}.', f'Change of plan: {e["t"]} on {d}, {h}.', f'Not {e["d"]} but {d} for the {e["t"]}, at {h}.', f'They called: my {e["t"]} is on {d} now, {h}.', f'Please note that the {e["t"]} was put off to {d}, {h}.']), r.choice(['All right, I have moved it.', 'Noted.', f'Okay, {d} then.', 'I have changed that.', f'The {e["t"]} is now on {d} at {h}.'])))
            e.update(d=d, h=h, i=L.DAYS.index(d))
            if r.random() < 0.4:
                turns += C.aside(r, w)
            turns.append((C.question(r, [f'When is the {e["t"]}?', f'When is the {e["t"]} now?', f'What is the new day of the {e["t"]}?']), r.choice([f'On {d} at {h}.', f'On {d}.'])))
        elif len(ev) > 1:
            ev.remove(e)
            turns.append((r.choice([f'The {e["t"]} is cancelled.', f'No {e["t"]} this week.', f'They called off the {e["t"]}.', f'I will not go to the {e["t"]}.']), r.choice(['All right, I have struck it out.', 'Noted.', 'Okay, one thing less.'])))
            turns.append((r.choice([f'What do I have on {e["d"]}?', f'Am I free on {e["d"]}?', f'Is there anything left on {e["d"]}?']), r.choice([f'Nothing, the {e["t"]} was cancelled.', f'Nothing. The {e["t"]} was cancelled.'])))
    return turns


KINDSOF = [('shopping list', 'goods', ['buy', 'bring from the shop', 'get at the supermarket']), ('packing list', 'item', ['pack', 'put in the suitcase', 'take with me']), ('guest list', None, ['invite', 'expect', 'ask to the party']), ('to-do list', 'planverb', ['do', 'get done', 'finish']),
           ('wish list', 'nart', ['wish for', 'want for my birthday']), ('reading list', 'booktitle', ['read'])]


def changing(r, w, C):
    """A list that things are added to and taken from, asked for in parts and as a whole."""
    name, kind, verbs = r.choice(KINDSOF)
    new = lambda: w.name(r) if kind is None else S.value(kind, r, w, {})
    l = []
    while len(l) < r.choice([2, 3, 3, 4, 5]):
        x = new()
        if x not in l:
            l.append(x)
    v = r.choice(verbs)
    turns = [(r.choice([f'My {name}: {comma(l)}.', f'I have to {v}: {", ".join(l)}.', f'On my {name} there are {comma(l)}.', f'{cap(name)}:\n' + '\n'.join('- ' + x for x in l), f'Please keep my {name}: {", ".join(l)}.', f'I want to {v} {comma(l)}.']), r.choice(T.ACKS + [f'Your {name}: {comma(l)}.']))]
    last = gone = None
    for _ in range(r.choice([1, 2, 3, 4])):
        x = r.random()
        if x < 0.5:
            last = new()
            if last in l:
                continue
            l.append(last)
            turns.append((r.choice([f'Add {last}.', f'Also {last}.', f'Oh, and {last}.', f'Put {last} on the list.', f'{cap(last)} too, please.', f'I forgot {last}.', f'One more: {last}.', f'{last} belongs on the {name} as well.']), r.choice([f'I have added {last}.', 'Added.', 'Noted.', f'Okay, now it is {comma(l)}.'])))
        elif x < 0.8 and len(l) > 2:
            gone = r.choice(l)
            l.remove(gone)
            turns.append((r.choice([f'Take {gone} off the list.', f'No {gone}, please.', f'Cross out {gone}.', f'Remove {gone}.', f'{cap(gone)} is done.' if kind == 'planverb' else f'I do not need {gone} any more.', f'Forget about {gone}.', f'Without {gone}.']), r.choice([f'I have taken {gone} off.', 'Done.', 'Removed.', f'Okay, that leaves {comma(l)}.'])))
        elif len(l) > 1:
            old, x = r.choice(l), new()
            if x in l:
                continue
            l[l.index(old)] = x
            turns.append((r.choice([f'{cap(x)} instead of {old}.', f'Change {old} to {x}.', f'Not {old} but {x}.', f'Replace {old} by {x}.', f'I would rather have {x} than {old}.' if kind in ('goods', 'nart') else f'{cap(x)} instead of {old}.']), r.choice([f'All right, {x} instead of {old}.', 'Changed.', 'Okay.'])))
            gone, last = old, x
        if r.random() < 0.25:
            turns += C.aside(r, w)
    for _ in range(r.choice([0, 0, 1, 2])):
        turns += C.aside(r, w)
    lines = '\n'.join('- ' + (cap(x) if r.random() < 0 else x) for x in l)
    for x in r.sample(range(6), r.choice([1, 2, 2, 3])):
        if x in (0, 1):
            turns.append((C.question(r, [f'What is on my {name}?', f'What do I have to {v}?' if kind else f'Whom do I {v}?', f'Read me the {name}.', 'What is on the list now?', f'Show me the whole {name}.', f'What did I want to {v}?' if kind else f'Whom did I want to {v}?', f'Can you repeat the {name}?']), r.choice([cap(comma(l)) + '.', lines, f'Your {name}: {comma(l)}.'])))
        elif x == 2:
            turns.append((r.choice(['How many things are on the list?', 'How many are there now?', 'How long is the list?', f'How many entries does my {name} have?']) if kind else r.choice(['How many guests are there?', 'How many names are on it?', 'How many are there now?']), f'{cap(S.NUMS[len(l) - 1])}.'))
        elif x == 3:
            i = r.choice(l)
            turns.append((r.choice([f'Is {i} on the list?', f'Did I mention {i}?', f'Is {i} on my {name}?']), r.choice([f'Yes, {i} is on the list.', 'Yes, it is on the list.' if kind else f'Yes, {i} is on the list.'])))
        elif x == 4:
            z = gone if gone and gone not in l and r.random() < 0.6 else new()
            if z not in l:
                turns.append((r.choice([f'Is {z} on the list?', f'Is {z} still on my {name}?', f'Do I have {z} on it?']), r.choice([f'No, {z} is not on the list.'] + ([f'No, you took {z} off.'] if z == gone else []))))
        elif last and last in l:
            turns.append((r.choice(['What did I add last?', 'Which one came last?', 'What was the latest addition?']), cap(last) + '.'))
    return turns


# ------------------------------------------------------------------ many facts in one message, and long distances
LINK = ['', '', '', '', 'And ', 'Then ', 'Besides, ', 'Also, ', 'By the way, ', 'What else? ', 'Oh, and ', 'Another thing: ', 'To be complete: ', 'You should also know: ', 'Well, ', 'Not to forget: ']
IDLE = 'What a week.|It was a long day.|I am a bit tired.|The weather was fine.|Life is never boring here.|I could tell you a lot more.|It has been raining since morning.|I slept badly.|The coffee is getting cold.|I like to write things down.|It is quiet here now.|I had no time to write earlier.|That is how things are.|I do not complain.|The window is open.|We laughed a lot.|It is late already.'.split('|')


def distinct(r, w, C, n, pool=None):
    facts, keys = [], set()
    for _ in range(40):
        t = (pool or C.fact_of)(r, w)
        k = C.ALIKE.get(t.key, t.key)
        if len(t.text) > 260 or k in keys and k not in ('clause', 'world', 'code', 'itemplace', 'kin', 'kind'):
            continue
        keys.add(k)
        facts.append(t)
        if len(facts) == n:
            break
    return facts


def everyday(r, w):
    return Q.told_by_user(r, w, EVERYDAY if r.random() < 0.6 else Q.LINKED + Q.TURNED + Q.MORE)


def letter(r, facts):
    out = []
    for f in facts:
        t = f.text if f.text.endswith(('.', '!', '?')) else f.text + '.'
        l = r.choice(LINK) if out else ''
        if l.endswith((', ', 'and ', 'And ', 'Then ', ': ')) and re.match(r'(The|My|On|In|At|For|Our|To|From|We|They|There|If|It|As|With|By|Because|Until|After) ', t):
            t = t[:1].lower() + t[1:]
        out.append(l + t)
        if r.random() < 0.2:
            out.append(r.choice(IDLE))
    return ' '.join(out)


def ask(r, C, f):
    qs, an = r.choice(f.asks)
    return C.question(r, qs), r.choice(an)


def diary(r, w, C):
    """One long message with three to seven facts; the questions come at once, or after other talk."""
    facts = distinct(r, w, C, r.choice([3, 4, 4, 5, 6, 7]), everyday if r.random() < 0.6 else None)
    turns = [(r.choice(['', '', '', 'Dear Eddy, ', 'Let me tell you about my day. ', 'A lot has happened. ', 'My news: ', 'Hi! ', 'Please remember all this. ']) + letter(r, facts), r.choice(T.ACKS))]
    for _ in range(r.choice([0, 0, 1, 2, 4])):
        turns += C.aside(r, w)
    for f in r.sample(facts, min(len(facts), r.choice([2, 3, 3, 4, 5]))):
        turns.append(ask(r, C, f))
        if r.random() < 0.08:
            turns += C.aside(r, w)
    return turns


def far(r, w, C):
    """A few facts, then other talk of 100 to 1,700 tokens in which nothing of them is said, then questions on them."""
    n = r.choice([1, 1, 2, 3, 4])
    facts = distinct(r, w, C, n, everyday if r.random() < 0.4 else None)
    turns, size, budget = [], 0, math.exp(r.uniform(math.log(350), math.log(4700)))
    if n > 1 and r.random() < 0.5:
        turns.append((letter(r, facts), r.choice(T.ACKS)))
    else:
        turns += [(f.text, C.ack(r, f)) for f in facts]
    open_ = facts[:]
    while size < budget:
        x = r.random()
        if x < 0.45:
            part = C.aside(r, w)
        elif x < 0.6:
            part = C.passage(r, w)
        elif x < 0.7:
            part = C.summary(r, w)
        elif x < 0.8:
            part = C.help_(r, w) + C.help_(r, w)
        elif x < 0.9 and w.paras:
            part = [(r.choice(w.paras)[:r.choice([200, 400, 700])], r.choice(['I have read it.', 'Okay.', 'Thank you, I have read it.', 'All right, I have read the text.']))]
        else:
            part = [t for _ in range(r.choice([1, 2, 3])) for t in C.edits.edit(r, w)]
        if x > 0.97 and open_:       # once on the way, so that the answer is not always the last word on it
            part = part + [ask(r, C, r.choice(facts))]
        part = [t for t in part if len(t[0]) + len(t[1]) < 1200]
        turns += part
        size += sum(len(u) + len(a) + 24 for u, a in part)
    for f in r.sample(facts, min(len(facts), r.choice([1, 2, 3]))):
        turns.append(ask(r, C, f))
        if r.random() < 0.3:
            turns.append(ask(r, C, f))
    return turns
