"""More facts whose statements and questions share few words, and facts that sound like help about the app.

The notation of facts.py, told by the user alone.  LINKED: daily life, with the question in words of its own.  APPLIKE: the words of
a chat program (font, shortcut, file, theme, key, model) in a fact about the user's life, so that only the sense tells them apart.
CHANGED: what was so at first and is otherwise now.
"""

LINKED = '''
@scale w=kilos
S The scales showed {w} this morning.|I weigh {w}.|At the doctor's they wrote down {w} for my weight.|{w}, that is what I bring to the scales.
Q How heavy am I?|What is my weight?|How much do I weigh?|What number do I see when I step on the scales?|my body weight?
A {w}.|You weigh {w}.
@tall w=metres k=kin
S My {k} measures {w} from head to toe.|With shoes off, my {k} stands {w}.|My {k} is {w}.|At {w}, my {k} looks down on most people.
Q How tall is my {k}?|What is my {k}'s height?|What size is my {k}, standing up?|How big is my {k}?
A {w}.|Your {k} is {w} tall.
@nodrink v=drink2 k=kin
S My {k} gave up {v} for good.|My {k} has not had {v} since New Year.|No more {v} for my {k}, the doctor said.|My {k} swore off {v}.
Q What does my {k} no longer drink?|What should I not pour for my {k}?|Which drink does my {k} stay away from?|What has my {k} renounced?|What did my {k} stop having?
A {V:v}.|Your {k} no longer drinks {v}.
@diet w=dietkind
S I am {w}.|I have been {w} for two years.|As of this month I am {w}.|At table I am {w}, please keep that in mind.
Q What kind of diet do I keep?|How do I eat?|What should a cook know about me?|Is there something special about my food?|What do I tell the waiter about my diet?
A You are {w}.|You are {w}, so the cook should know it.
@late k=kin v=leaver m=minutes
S The {v} brought my {k} here {m} behind schedule.|My {k}'s {v} had a delay of {m}.|My {k} sat in the {v} and it was {m} late.|Because of the {v} my {k} came {m} after the agreed time.
Q How long was the delay?|How late was my {k}?|How much time did my {k} lose?|By how much did my {k} miss the agreed hour?
A {M:m}.|Your {k} was {m} late.
Q What was my {k} sitting in?|With what did my {k} come?|What was the cause of the delay?|Which means of transport let my {k} down?
A The {v}.|It was the {v}.
@firm n=firm j=job y=caryear
S Since {y} {n} has paid my wages; I am {a:j} there.|{n} took me on in {y} as {a:j}.|I joined {n} as {a:j} in {y}.|In {y} I signed a contract with {n}, as {a:j}.
Q Who is my employer?|Where am I employed?|Which company do I work for?|At what firm do I spend my working day?|Who pays me?
A {n}.|You work for {n}.
Q When did I begin there?|Since when have I had this job?|In which year was I hired?|When did my career at {n} start?
A In {y}.|Since {y}.
Q What is my position?|What post do I hold?|In what role do they employ me?|What is my job?
A You are {a:j}.|{A:j}.
@chief n=sur
S I report to Mrs {n}.|Mrs {n} is the one who gives me orders at work.|Every Monday Mrs {n} tells me what to do.|At work Mrs {n} has the last word.|I have to ask Mrs {n} for holidays.
Q Who is my boss?|What is my superior called?|Who is above me?|Who leads my department?|Who's my manager?|Who decides on my work?
A Mrs {n}.|Your boss is Mrs {n}.
@mate n=name h=place2
S {n} and I share an office in {h}.|I sit opposite {n} in {h}.|{n} has the desk next to mine, in {h}.|Every day I see {n} across the desk, in {h}.
Q Who is my colleague?|Who works beside me?|With whom do I share a room at work?|Who sits near me?|Which co-worker did I mention?
A {n}.|Your colleague is {n}.
Q Where is my office?|In what part of the house do we sit?|Where do I work, in which place?|Where can one find me at work?
A In {h}.|Your office is in {h}.
@grade s=subject g=grade
S In {s} they gave me {g}.|My paper in {s} came back with {g}.|I got {g} for the test in {s}.|{S:s}: {g}, and I had studied so hard.
Q How did I do in {s}?|What mark did I get in {s}?|What was my grade in {s}?|What is my result in {s}?|How was my {s} test?
A {G:g}.|You got {g} in {s}.
Q Which subject did I take a test in?|In what subject was I tested?|What was the test about?
A {S:s}.|In {s}.
@university c=city s=subject y=caryear
S I took my degree in {s} in {c} in {y}.|In {y} I graduated in {s} from the university of {c}.|The university of {c} made me a master of {s} in {y}.|I left the university of {c} in {y} with a diploma in {s}.
Q Where did I study?|Which university did I go to?|In what city was I a student?|Where did I get my education?
A In {c}.|You studied in {c}.
Q What is my degree in?|What did I study?|What field did I learn?|Which subject did I graduate in?|What is my diploma in?
A {S:s}.|You studied {s}.
Q When did I graduate?|In which year did I finish my studies?|When did my student days end?|What year is on my diploma?
A In {y}.|{y}.
@firstcar b=carbrand c=colour y=caryear
S My first car was a {c} {b}, back in {y}.|In {y} I got behind the wheel of a {c} {b} of my own.|I started in {y} with a {c} {b}.|A {c} {b} was the first thing on wheels that I owned, in {y}.
Q What did I drive at first?|Which make was my first car?|What brand of car did I begin with?|What automobile did I have back then?
A A {b}.|It was a {c} {b}.
Q What colour was my first car?|In which colour was it painted?|What was the paint like?
A {C:c}.|It was {c}.
Q When did I get my first car?|In what year did I begin to drive?|When was that with the car?
A In {y}.|{y}.
@plate k=code m=carbrand
S The registration of my {m} is {k}.|My {m} carries the plates {k}.|{k} stands on the back of my {m}.|If you see a {m} with {k}, it is mine.
Q What is my licence plate?|What is written on my number plate?|Which number does my car have?|What's the registration number?|How can one recognise my car?
A {k}.|Your plate is {k}.
Q What car do I drive?|Which make is my car?|What brand is the car?
A A {m}.|You drive a {m}.
@hotelroom h=clock n=storeynum p=price
S They put me in {n} at the hotel; breakfast ends at {h} and the night costs {p}.|I have {n}, for {p} a night, and can have breakfast until {h}.|For {p} a night I got {n}. After {h} there is no more breakfast.
Q Which room do I sleep in?|Where is my bed at the hotel?|What does it say on my key card?|What is my room?
A {N:n}.|You are in {n}.
Q Until when can I eat in the morning?|When is it too late for breakfast?|By what time must I be at the breakfast table?|When does the breakfast end?
A At {h}.|Until {h}.
Q How much is one night?|What does the hotel charge?|What do I pay for the bed?|What is the rate per night?
A {P:p}.|{P:p} a night.
@dogwalk n=name a=pet h=clock
S {n} takes my {a} out at {h}.|At {h} {n} comes for my {a}.|My {a} goes round the block with {n} at {h}.|The one who walks my {a} at {h} is {n}.
Q Who walks my {a}?|Who looks after my pet?|Who goes outside with the {a}?|Who helps me with the {a}?
A {n}.|{n} takes your {a} out.
Q When does my {a} get its walk?|At what time does the {a} go out?|When is my {a} not at home?|What time is the {a} picked up?
A At {h}.|{h}.
@vetbill a=pet p=price n=sur
S Doctor {n} operated on my {a} for {p}.|The operation of my {a} by Doctor {n} cost {p}.|{p} is what Doctor {n} wanted for treating my {a}.|My {a} was under the knife of Doctor {n}, and I had to pay {p}.
Q What is the vet called?|Who treated my {a}?|Who is my animal doctor?|Who saved my {a}?
A Doctor {n}.|Doctor {n} treated your {a}.
Q How big was the vet's bill?|What did I spend on the {a}'s health?|How expensive was the treatment?|How much did I have to pay?
A {P:p}.|It cost {p}.
Q Which animal was ill?|Who needed an operation?|Which of my animals was treated?
A Your {a}.|The {a}.
@seatrow s=seatno v=leaver c=city
S For the {v} to {c} I was given {s}.|I booked {s} in the {v} to {c}.|My ticket for the {v} to {c} says {s}.|In the {v} to {c} you will find me on {s}.
Q Where do I sit?|Which place is mine on the way?|What's my seat?|Where is my place in the {v}?|What does the reservation say?
A On {s}.|{S:s}.|You have {s}.
Q Where is the journey going?|What is the end of my trip?|Which city do I go to?|Where will I get off?
A To {c}.|{c}.
Q What will I be travelling in?|How do I get there?|What do I take to get to {c}?
A By {v}.|You take the {v}.
@bandname b=teamname i=instrument
S I play the {i} with {b}.|{b} is the group in which I play the {i}.|They let me play the {i} in {b}.|On Saturdays {b} has a gig, and I am the one with the {i}.
Q What is my band called?|Which group am I a member of?|With whom do I make music?|What's the name of our band?
A {b}.|Your band is called {b}.
Q What do I play?|What's my instrument?|What do I do in the band?|What will you hear me play?
A The {i}.|You play the {i}.
@team b=teamname k=kin d=day
S My {k} trains with {b} on {d}s.|On {d}s {b} practises, and my {k} is one of them.|My {k} plays for {b}; they meet on {d}s.|{d} is training day at {b} for my {k}.
Q Which club does my {k} belong to?|What's the name of my {k}'s team?|For whom does my {k} play?|What side is my {k} on?
A {b}.|Your {k} plays for {b}.
Q When does my {k} practise?|On which day is the training?|What day is my {k} at the club?|When is my {k} busy with sport?
A On {d}s.|{d}.
@presentfor k=kin t=nart d=date
S My {k} will get {a:t} from me on {d}.|For {d} I wrapped {a:t} for my {k}.|I have bought {a:t} for my {k}'s big day on {d}.|On {d} my {k} can unpack {a:t}.
Q What am I giving my {k}?|What is in the parcel for my {k}?|What surprise did I choose for my {k}?|What gift did I mention?
A {A:t}.|You are giving your {k} {a:t}.
Q Who gets the {t}?|For whom did I buy the {t}?|Who will be happy about the {t}?|Whose present is it?
A Your {k}.|It is for your {k}.
Q When will the gift be handed over?|On which date do we celebrate?|When is the big day?|When does my {k} celebrate?
A On {d}.|{d}.
@cake k=kin n=smallnum f=filling
S {N:n} people come to my {k}'s party, and there will be a cake with {f}.|I bake a cake with {f} for my {k}; we expect {n} guests.|My {k} wants a cake with {f}, and {n} guests are invited.
Q How many guests will there be?|For how many must I set the table?|How many people were invited?|What is the size of the party?
A {N:n}.|{N:n} guests.
Q What goes into the cake?|What kind of cake is it?|What does the cake taste of?|Which cake did my {k} wish for?
A A cake with {f}.|With {f}.
Q Whose party is it?|Who is celebrating?|For whom is the cake?
A Your {k}'s.|It is for your {k}.
@oven d=degrees m=minutes f=bakedthing
S The {f} needs {m} at {d}.|Put the {f} in at {d} and take it out after {m}.|I bake the {f} for {m}, the oven set to {d}.|{D:d} and {m}: that is all my {f} asks for.
Q How hot must the oven be?|What temperature do I choose?|To what do I heat the oven?|How many degrees for the {f}?
A {D:d}.|Heat it to {d}.
Q How long does the {f} bake?|When is the {f} done?|How much time does it need in the oven?|What do I set the kitchen timer to?
A {M:m}.|After {m}.
@medicine t=pills o=often i=illness
S I swallow {t} {o} against {i}.|Against {i} they gave me {t}, {o}.|{o}, {t}: that is my cure for {i}.|For {i} I have to take {t} {o}.
Q What is my dose?|How much medicine do I take?|How many am I supposed to swallow?|What did the doctor prescribe?
A {T:t}.|{T:t} {o}.
Q How often do I take it?|At what intervals is the medicine due?|When do I need my medicine?|How regularly must I take it?
A {O:o}.|You take it {o}.
Q What is the medicine for?|What do I have?|Which trouble does it help with?|Why do I take it?
A Against {i}.|{I:i}.
@blood k=kin b=bloodtype
S My {k}'s card says {b}.|My {k} gives blood, group {b}.|{b} is what runs in my {k}'s veins.|The clinic found out that my {k} has {b}.
Q What is my {k}'s blood type?|Which blood group has my {k}?|What kind of blood does my {k} need?|What should the hospital know about my {k}'s blood?
A {b}.|Your {k} has {b}.
@lens e=eyes k=kin
S My {k} is {e}.|They found out at school that my {k} is {e}.|The optician says my {k} is {e}.|My {k}, who is {e}, got new glasses.
Q What is the matter with my {k}'s eyes?|How well does my {k} see?|What did the eye test show?|Why does my {k} wear glasses?
A Your {k} is {e}.|{E:e}.
@pain b=bodypart s=since
S My {b} has been hurting {s}.|{S:s} I have had pain in the {b}.|I can hardly move my {b} {s}.|My {b} gives me trouble {s}.
Q Where does it hurt?|What aches?|Which part of my body is sore?|What do I complain about?|What should the doctor look at?
A Your {b}.|Your {b} hurts.
Q How long have I had the pain?|Since when does it hurt?|When did the trouble begin?|For what time have I suffered?
A {S:s}.|It has hurt {s}.
@loan p=price y=years n=bankname
S {n} lent us {p} for {y}.|We owe {n} {p}, to be paid back over {y}.|Our mortgage with {n} is {p} and runs for {y}.|{p} from {n}, {y} to go: that is our loan.
Q How much did we borrow?|How big is our debt?|What sum do we owe?|How much money did the bank give us?
A {P:p}.|You borrowed {p}.
Q Which bank is it?|Who gave us the credit?|To whom do we owe money?|Who is our creditor?
A {n}.|It is {n}.
Q How long do we have to pay?|When will we be free of it?|Over what time does it run?|What is the term?
A {Y:y}.|It runs for {y}.
@insure n=bankname t=nart k=code
S {n} insures my {t} under {k}.|The policy for the {t}, {k}, is with {n}.|If something happens to my {t}, I call {n} and say {k}.
Q Who pays if the {t} gets damaged?|Which insurer do I have?|With what company is the {t} insured?|Whom do I call about the damage?
A {n}.|The {t} is insured with {n}.
Q What is the policy number?|Which number do I tell the insurer?|What's my contract number?|What do I quote when I call?
A {k}.|The number is {k}.
@doorkey n=name s=keyspot
S The spare key is with {n}, but there is one {s} too.|If I lock myself out, {n} can let me in, or I look {s}.|{n} keeps a key of mine; another is {s}.
Q Who can open my door?|Who else can get into my flat?|Whom do I ask when I am locked out?|Who has a key?
A {n}.|{n} has a key.
Q Where is the hidden key?|Where do I look for a key?|Where did I hide the second one?|In what spot is a key?
A {S:s}.|It is {s}.
@noise n=name i=noise
S {n} upstairs drives me mad with {i}.|All night I hear {i} from {n}'s flat.|I cannot sleep because {n} next door starts with {i}.|The people around {n} complain of {i}.
Q Who disturbs me?|Which neighbour is too loud?|Who keeps me awake?|About whom should I complain?|Who makes all that noise?
A {n}.|It is {n}.
Q What is the noise?|What keeps me from sleeping?|What do I hear at night?|What disturbs me?
A {I:i}.|You hear {i}.
@watch n=showname c=tvday
S I never miss {n}, {c}.|{C:c} I sit in front of {n}.|Nobody may call me {c}, because of {n}.|My evening with {n} is {c}.
Q What do I watch?|Which programme do I follow?|What is my series?|What show am I fond of?
A {n}.|You watch {n}.
Q When is my show on?|When should nobody phone me?|When do I sit in front of the television?|Which evening is taken?
A {C:c}.|You watch it {c}.
@bookof t=booktitle n=sur p=pages
S I am on page {p} of "{t}" by {n}.|{n}'s "{t}" lies by my bed, open at page {p}.|At the moment I read "{t}", {n} wrote it, and I have got to page {p}.
Q Which novel am I reading?|What's the title of my book?|What lies on my bedside table?|What am I reading these days?
A "{t}" by {n}.|You are reading "{t}".
Q Who is the author?|Who wrote my book?|Whose novel is it?|What is the writer's name?
A {n}.|{n} wrote it.
Q How far have I read?|Where is my bookmark?|At which page do I go on?|Where did I stop reading?
A At page {p}.|Page {p}.
@concertat n=teamname p=price d=date
S I have tickets for {n} on {d}, {p} each.|On {d} I hear {n} live, for {p}.|{n} plays here on {d}, and a seat is {p}.|I paid {p} to see {n} on {d}.
Q Which band do I go to see?|Whose concert is it?|Who will be on the stage?|What are my tickets for?
A {n}.|You go to see {n}.
Q When is the concert?|On which evening am I out?|What date is printed on the ticket?|When do they play?
A On {d}.|{d}.
Q How expensive was it?|What did a ticket cost?|What is the admission?|How much did I spend to get in?
A {P:p}.|{P:p} a ticket.
@walk c=placename n=kms w=weather
S We hiked {n} around {c} in {w}.|In {w} we did {n} on foot at {c}.|At {c} we walked {n}, and all the time we had {w}.|The tour at {c} was {n}, in {w}.
Q How long was the hike?|What distance did we walk?|How far did our feet carry us?|How many kilometres were it?
A {N:n}.|You walked {n}.
Q What was the weather like?|How was the sky that day?|Did we have sun or rain?|In what conditions did we walk?
A You had {w}.|{W:w}.
Q Where did we go for a hike?|What area did we walk in?|Which place did we explore on foot?
A {c}.|Around {c}.
@catch a=fishkind w=kilos2 c=placename
S At {c} I pulled out {a:a} of {w}.|I caught {a:a} at {c}, {w} it weighed.|{A:a} of {w} was on my hook at {c}.
Q What did I catch?|Which fish was it?|What was on the hook?|What sort of fish did I pull out of the water?
A {A:a}.|You caught {a:a}.
Q How heavy was the fish?|What did the catch weigh?|How big was it on the scales?
A {W:w}.|It weighed {w}.
Q Where do I go fishing?|Which water was it?|Where did I have that luck?
A At {c}.|{c}.
@wall c=colour r=roomname k=kin
S My {k} rolled {c} paint over the {r} walls.|The {r} is {c} now, thanks to my {k}.|My {k} made the {r} {c}.|Since the weekend the {r} shines in {c}; my {k} did it.
Q Which room was painted?|What part of the home looks new?|What did my {k} renovate?
A The {r}.|The {r} was painted.
Q What colour did it become?|How does the {r} look now?|What shade was used?|What colour are the walls?
A {C:c}.|It is {c} now.
Q Who did the painting?|Who held the brush?|Whom do I thank for the {r}?|Who renovated it?
A Your {k}.|It was your {k}.
@grow p=plantname s=gardenspot
S I have {p} growing {s}.|{S:s} my {p} are coming up.|I planted {p} {s}.|The {p} {s} are my pride.
Q What do I grow?|Which plants do I have?|What did I put into the ground?|What comes up in my garden?
A {P:p}.|You grow {p}.
Q Where are my plants?|In which spot do the {p} stand?|Where should I water?|Where do the {p} grow?
A {S:s}.|They are {s}.
@scared k=kin f=fearthing
S My {k} runs away from {f}.|My {k} turns pale at the sight of {f}.|You will never get my {k} near {f}.|My {k} has nightmares about {f}.
Q What is my {k} afraid of?|What frightens my {k}?|What is my {k}'s greatest fear?|With what could one scare my {k}?|What does my {k} dread?
A {F:f}.|Your {k} is afraid of {f}.
@goodat k=kin s=talent
S Nobody beats my {k} at {s}.|My {k} won a cup for {s}.|My {k} has a gift for {s}.|When it comes to {s}, my {k} is the best.
Q What is my {k} good at?|What talent does my {k} have?|What is my {k}'s strength?|In what does my {k} shine?
A {S:s}.|Your {k} is good at {s}.
@badat k=kin s=talent
S My {k} is hopeless at {s}.|My {k} will never learn {s}.|{S:s} is not for my {k}, it always goes wrong.|You should not ask my {k} for {s}.
Q What is my {k} bad at?|What can my {k} not do?|What is my {k}'s weakness?|What does my {k} fail at?
A {S:s}.|Your {k} is bad at {s}.
@wish k=kin d=dream
S My {k} dreams of a {d}.|If my {k} won the lottery, it would be a {d}.|My {k} longs for a {d}.|A {d} is what my {k} would love to have.
Q What does my {k} wish for?|What would make my {k} happy?|What does my {k} want most?|What is my {k}'s dream?|What is my {k}'s heart set on?
A A {d}.|Your {k} wishes for a {d}.
@comesfrom n=name g=country l=kin
S {n}, my {l}, grew up in {g}.|My {l} {n} has a passport of {g}.|{G:g} is the country {n} left to become my {l}.|{n} is from {g}; that's my {l}.
Q What nationality has {n}?|Which country is {n} from?|What are {n}'s roots?|Where did {n} spend the early years?
A {n} is from {g}.|{G:g}.
Q What is {n} to me?|How do I know {n}?|Who is {n}?
A {n} is your {l}.|Your {l}.
@tongue n=name l=language m=language
S {n} speaks {l} at home and {m} at work.|At home it is {l} for {n}, at work {m}.|{n}'s mother tongue is {l}, but the job needs {m}.
Q What is {n}'s native language?|What does {n} talk with the family?|Which language did {n} grow up with?
A {L:l}.|{n} speaks {l} at home.
Q What does {n} speak in the office?|Which language does {n} need for the job?|How does {n} talk to colleagues?
A {M:m}.|{n} speaks {m} at work.
@promise n=name p=planverb d=day
S I gave {n} my word to {p} on {d}.|{n} relies on me to {p} on {d}.|On {d} I must {p}, {n} asked me to.|I told {n} that I would {p} on {d}.
Q What is my duty on {d}?|What do I have to do?|What was I asked to do?|What task is waiting for me?|What did {n} want from me?
A You have to {p}.|You promised {n} to {p}.
Q Who counts on me?|Whom must I not disappoint?|To whom did I make a promise?|Who asked me for that?
A {n}.|{n} does.
Q When must it be done?|By which day?|What day did I agree to?|When do I have to do it?
A On {d}.|{d}.
@cancelled e=event d=day r=whyoff
S The {e} on {d} falls through because {r}.|They called off the {e} on {d}: {r}.|There is no {e} on {d} after all, {r}.|Because {r}, nobody needs to come to the {e} on {d}.
Q What was cancelled?|Which date can I strike out?|What will not take place?|What do I not have to go to?
A The {e}.|The {e} on {d}.
Q Why is it off?|What is the reason for that?|What got in the way?|What came between?
A Because {r}.|{R:r}.
Q Which day is free now?|On what day would it have been?|When do I have time after all?
A {d}.|On {d}.
@lentme n=name t=nart w=stay
S {n} let me have the {t} for {w}.|I may use {n}'s {t} for {w}.|For {w} the {t} of {n} stays with me.|I borrowed the {t} of {n} for {w}.
Q Whose {t} do I have?|To whom must I return the {t}?|Who does the {t} really belong to?|Who was so kind to give me the {t}?
A {n}.|The {t} is {n}'s.
Q How long can I keep the {t}?|For what time may I use it?|When must it go back?
A For {w}.|{W:w}.
Q What have I borrowed?|What must I give back?|Which thing is not mine?
A The {t}.|{n}'s {t}.
@rescuedby n=name s=rescueplace
S {n} pulled me out {s}.|Without {n} I would have died {s}.|I owe {n} my life, it happened {s}.|{S:s} {n} saved me.
Q Who rescued me?|To whom do I owe my life?|Who is my hero?|Who helped me in danger?
A {n}.|{n} saved you.
Q Where was I in danger?|Where did the accident happen?|In what place was I saved?
A {S:s}.|It was {s}.
@quarrel n=name m=name t=topic
S {n} and {m} no longer speak, because of {t}.|{n} fell out with {m} over {t}.|There is bad blood between {n} and {m}; it is about {t}.|{n} and {m} had a row over {t}.
Q What did they argue about?|What was the quarrel about?|Why are {n} and {m} angry with each other?|What is the cause of the trouble?
A {T:t}.|It was about {t}.
Q Who is {n} angry with?|With whom did {n} have a fight?|Who is {n}'s enemy now?|Who does not talk to {n}?
A {m}.|With {m}.
@visitorfrom n=name c=city w=stay
S {n} from {c} stays at our place for {w}.|For {w} we put up {n}, who lives in {c}.|We have {n} in the guest room for {w}, all the way from {c}.|{n} came over from {c} and sleeps on our sofa for {w}.
Q Who is our guest?|Who sleeps at our house?|Whom do we have to stay?|Who is visiting us?
A {n}.|It is {n}.
Q Where is our guest at home?|From what town did our visitor come?|Which city does our guest live in?
A In {c}.|{c}.
Q How long will the visit be?|When are we alone again?|For how much time do we have company?
A {W:w}.|For {w}.
@twinsof k=kin n=name m=name
S My {k} had twins, {n} and {m}.|{n} and {m} are the babies of my {k}.|My {k} is the proud parent of {n} and {m}.|Two little ones arrived at my {k}'s: {n} and {m}.
Q What are the babies called?|What names did my {k} choose?|Who are my {k}'s children?|Which names have the twins?
A {n} and {m}.|They are called {n} and {m}.
Q Who became a parent?|Who has twins?|Whose babies are they?
A Your {k}.|Your {k} has twins.
@weather2 c=city w=weather d=degreesout
S It is {d} with {w} here in {c}.|Here in {c} we have {w} and {d}.|{W:w}, {d}: that is {c} today.|My window in {c} shows {w}, the thermometer {d}.
Q What does the thermometer show?|How warm is it here?|What's the temperature?|How many degrees do we have?
A {D:d}.|It is {d}.
Q What is it like outside?|What weather do I have?|What do I see when I look out?
A {W:w}.|You have {w}.
Q Where am I?|In which town is that?|What place am I writing from?
A In {c}.|You are in {c}.
@votes n=name m=name b=bignum v=bignum
S {n} got {b} votes and {m} {v}.|{b} people voted for {n}, {v} for {m}.|In the election {n} had {b}, {m} had {v}.
Q How many voted for {n}?|What was {n}'s result?|How much support did {n} find?
A {b}.|{n} got {b} votes.
Q How many voted for {m}?|What was {m}'s result?|How much support did {m} find?
A {v}.|{m} got {v} votes.
@stolen t=nart s=spot d=day
S Somebody took my {t}; it had been {s}, and that was on {d}.|On {d} my {t} disappeared, I had left it {s}.|A thief got my {t} on {d}. It was {s}.
Q What was stolen from me?|What am I missing?|What do I report to the police?|What is gone?
A Your {t}.|The {t}.
Q When did the theft happen?|On what day was I robbed?|Which day do I tell the police?
A On {d}.|{d}.
Q Where was it last?|From where was it taken?|Where did the thief find it?
A {S:s}.|It was {s}.
@runs k=kin n=shopname c=city
S My {k} owns {n} in {c}.|{n} in {c} belongs to my {k}.|My {k} has a business in {c}, it is called {n}.|In {c} there is {n}, that is my {k}'s.
Q What is my {k}'s business called?|What does my {k} run?|What shop does my {k} have?|What is the name over my {k}'s door?
A {n}.|It is called {n}.
Q Who is the owner of {n}?|Whose is {n}?|Who stands behind {n}?|Who is the boss of {n}?
A Your {k}.|{n} belongs to your {k}.
Q Where can I find {n}?|In which city is {n}?|Where must I go to shop at {n}?
A In {c}.|{c}.
@breakdown m=carbrand h=place3 n=name
S The {m} broke down {h}, and {n} towed us home.|{n} had to fetch us, because the {m} stopped {h}.|{H:h} our {m} gave up; {n} came to help.
Q Where did the car fail?|Where were we stuck?|In what spot did we need help?|Where did we get no further?
A {H:h}.|It was {h}.
Q Who helped us?|Who came to get us?|Who rescued us on the road?
A {n}.|{n} came.
Q Which car was it?|What make let us down?|What were we driving?
A The {m}.|It was the {m}.
@sleep h=hours k=kin
S My {k} needs {h} of sleep.|My {k} never gets more than {h} a night.|After {h} my {k} is wide awake again.|My {k} lies in bed for {h}.
Q How long does my {k} sleep?|How many hours does my {k} rest?|How long is the night for my {k}?
A {H:h}.|Your {k} sleeps {h}.
@learnswim k=kin a=age s=talent
S My {k} took up {s} at the age of {a}.|At {a} my {k} discovered {s}.|My {k} was {a} when it all began with {s}.|It was not before {a} that my {k} tried {s}.
Q At what age did my {k} begin?|How old was my {k} at the start?|When in life did my {k} start with {s}?
A At {a}.|Your {k} was {a}.
Q What did my {k} start?|What new hobby did my {k} find?|What has my {k} been doing since then?
A {S:s}.|Your {k} took up {s}.
@order2 n=name f=food d=drink
S {n} will have {f} and {d}.|For {n} it is {f}, and {d} to drink.|{n} ordered {f} with {d}.|Please bring {n} {f} and {d}.
Q What does {n} eat?|Which dish is for {n}?|What food did {n} choose?|What goes on {n}'s plate?
A {F:f}.|{n} has {f}.
Q What does {n} drink?|What is in {n}'s glass or cup?|Which drink is for {n}?
A {D:d}.|{n} drinks {d}.
@bigger n=name m=name b=comparing
S {n} is {b} than {m}.|Compared with {m}, {n} is {b}.|Next to {m}, {n} looks {b}.
Q Which of them is {b}?|Who is the {b} one, {n} or {m}?|Who is {b}?|{n} or {m}: who is {b}?
A {n}.|{n} is {b}.
@before n=name m=name e=raceevent
S {n} came in before {m} in the {e}.|{m} had to let {n} pass in the {e}.|In the {e} {n} was ahead of {m}.|{n} left {m} behind in the {e}.
Q Who was faster?|Who did better, {n} or {m}?|Which of the two came first?|Who beat the other?
A {n}.|{n} was ahead.
Q Who was slower?|Who came in later?|Which of them lost?|Who was behind?
A {m}.|{m} was behind.
@inherit3 k=elder n=name t=nart
S The {t} used to be my {k}'s and will one day be {n}'s.|I have the {t} from my {k} and will leave it to {n}.|My {k} passed the {t} on to me; after me {n} gets it.
Q Who had the {t} before me?|From whom did I inherit the {t}?|Whose was the {t} once?
A Your {k}.|It was your {k}'s.
Q Who gets the {t} after me?|Who will own the {t} one day?|For whom is the {t} meant later?|Who is my heir?
A {n}.|{n} gets it.
@wanted n=name j=job c=city
S {n} is looking for {a:j} in {c}.|In {c} {n} needs {a:j}.|{n} would hire {a:j}, but it must be in {c}.|There is a place for {a:j} with {n} in {c}.
Q Who has a job to offer?|Who is hiring?|Who needs staff?
A {n}.|{n} does.
Q What kind of person is wanted?|Which trade is in demand?|What vacancy is there?|What post is open?
A {A:j}.|They need {a:j}.
Q Where is the job?|In which town would one work?|Where must one move for it?
A In {c}.|{c}.
'''

APPLIKE = '''
@thefont f=fontname w=paper
S I set the {w} in {f}.|The typeface of my {w} is {f}.|My {w} is printed in {f}.|For the {w} I chose {f} letters.
Q Which font did I choose?|What font is my {w} in?|What letters does my {w} have?|Which typeface did I tell you about?|What font did I take for the {w}?
A {f}.|Your {w} is in {f}.
@shortcutto s=way p=goal
S My shortcut to {p} goes {s}.|I know a shortcut to {p}: {s}.|The quick way to {p} is {s}.|If I hurry to {p}, I go {s}.
Q What is my shortcut to {p}?|Which shortcut did I mention?|How do I get to {p} quickly?|What's the shortcut again?|Where does my shortcut lead along?
A {S:s}.|You go {s}.
@savedas c=code d=paper
S I saved the {d} as {c}.|My {d} is in the file {c}.|The file with the {d} is called {c}.|You find my {d} under {c}.
Q Under what name did I save the {d}?|Which file is the {d} in?|What is the file of my {d} called?|Where did I save my {d}?|How did I name the file?
A {c}.|Your {d} is in {c}.|As {c}.
@folder d=paper n=foldername
S The {d} is in the folder "{n}".|I moved the {d} to "{n}".|I put my {d} into "{n}".|My folder "{n}" holds the {d}.
Q In which folder is my {d}?|Where did I put the {d}?|Which folder did I mention?|Where is the {d} stored?|What folder did I move the {d} to?
A In "{n}".|The {d} is in "{n}".
@deletedon d=day t=paper
S On {d} I deleted my {t}.|My {t} was deleted on {d}.|I threw my {t} away on {d}.|It was on {d} that I got rid of my {t}.
Q What did I delete?|What have I thrown away?|Which thing did I remove on {d}?|What got deleted?
A Your {t}.|You deleted your {t}.
Q When did I delete the {t}?|On which day did I delete it?|When was the {t} removed?
A On {d}.|{d}.
@themeparty t=partytheme n=name
S The theme of {n}'s party is {t}.|{n} gives a party with the theme {t}.|At {n}'s party everything is about {t}.|{n} asks all guests to dress for the theme {t}.
Q What is the theme?|Which theme did {n} choose?|What is {n}'s party about?|What theme did I tell you of?
A {T:t}.|The theme is {t}.
Q Whose party has a theme?|Who chose the theme?|Who gives the party?
A {n}.|{n} does.
@modelof t=nart k=code
S The model of my {t} is {k}.|I own the {t} model {k}.|My {t} is a {k}.|On the back of my {t} it says model {k}.
Q Which model is my {t}?|What model do I have?|What is the model number of the {t}?|What does it say on the back of my {t}?|What model did I mention?
A {k}.|Your {t} is a {k}.
@keyfor c=colour t=nart
S The {c} key is for the {t}.|You open the {t} with the {c} key.|My {t} needs the {c} key.|The key of the {t} has a {c} ribbon.
Q Which key opens the {t}?|What key do I use for the {t}?|Which key do I take?|What key did I tell you about?
A The {c} key.|The {c} one.
Q What does the {c} key open?|What is the {c} key for?|Which thing has the {c} key?
A The {t}.|It opens the {t}.
@memoryof c=city y=caryear k=kin
S My best memory is a summer in {c} with my {k}, in {y}.|In {y} I was in {c} with my {k}; I will never forget it.|What I remember best is {c} in {y}, with my {k}.
Q What is my best memory?|What do I like to think back to?|Which place do I remember best?|Where was I so happy?
A {c} in {y}.|The summer in {c}.|You were in {c} with your {k}.
Q When was that summer?|In which year was it?|What year do I remember?
A In {y}.|{y}.
Q Who was with me?|With whom did I spend that time?|Who shares my best memory?
A Your {k}.|Your {k} was with you.
@stopped y=caryear h=habit
S I stopped {h} in {y}.|In {y} I quit {h}.|{y} was the year I gave up {h}.|Since {y} I have been free of {h}.
Q What did I stop?|What did I quit?|Which habit did I give up?|What have I not done since {y}?
A {H:h}.|You stopped {h}.
Q When did I stop?|In which year did I quit?|Since when am I free of it?|What year did I stop {h}?
A In {y}.|{y}.
@settingof d=degrees t=appliance
S The {t} is set to {d}.|I set the {t} to {d}.|My {t} runs at {d}.|The right setting for my {t} is {d}.
Q What is the setting of my {t}?|What did I set the {t} to?|Which setting did I tell you?|At how many degrees does the {t} run?
A {D:d}.|The {t} is set to {d}.
@language2 k=kin l=language
S My {k} switched to {l} on the phone.|On the phone my {k} suddenly spoke {l}.|My {k} has changed the radio to {l}.|My {k} reads the paper in {l}.
Q What language did my {k} use?|Which language did I mention?|What language was it?|In what language does my {k} do that?
A {L:l}.|It was {l}.
@messagefrom n=name p=planverb
S {n} left me a message: I should {p}.|There was a note from {n} asking me to {p}.|{n} wrote that I have to {p}.|{n}'s message says that I should {p}.
Q What did the message say?|What does {n} want?|What was in the note?|What should I do, according to the message?
A That you should {p}.|You should {p}.
Q Who wrote to me?|Who sent me a message?|From whom was the note?|Who left a message?
A {n}.|It was from {n}.
@searching n=name t=nart
S {n} is searching for the {t}.|{n} has been looking for the {t} all day.|{n} cannot find the {t}.|{n} turned the whole house upside down for the {t}.
Q What is {n} searching for?|What should we find for {n}?|What did {n} lose?|What is the search about?
A The {t}.|{n} is looking for the {t}.
Q Who is searching?|Who has lost something?|Who needs help with the search?
A {n}.|{n} is looking for the {t}.
@windowof c=colour r=roomname
S The window in the {r} has {c} curtains.|I hung {c} curtains in the {r}.|In front of the {r} window there is {c} cloth.
Q What colour are my curtains?|What is the colour at the window?|What hangs in front of the {r} window?|Which colour did I choose for the {r} window?
A {C:c}.|The curtains are {c}.
@copyof n=name p=paper
S I gave {n} a copy of my {p}.|{n} has a copy of my {p}.|A copy of my {p} went to {n}.|I copied my {p} for {n}.
Q Who has a copy?|To whom did I give the copy?|Who can read my {p}?|Who got my {p}?
A {n}.|{n} has a copy.
Q What did I copy?|What did I give {n}?|Of what does {n} have a copy?
A Your {p}.|A copy of your {p}.
@profile n=name j=job
S In my new profile I call myself {n}, {j}.|My profile says {n}, {j}.|On the web page I appear as {n}, {j}.
Q What name is in my profile?|How do I call myself there?|Under which name do I appear?
A {n}.|You call yourself {n}.
Q Which job is in my profile?|What do I say I am?|What profession does my profile give?
A {J:j}.|Your profile says {j}.
@updateon d=date t=nart
S The update for my {t} comes on {d}.|On {d} my {t} gets an update.|They will update my {t} on {d}.
Q When is the update?|On which date does my {t} get it?|When will my {t} be updated?|What date did I name?
A On {d}.|{d}.
Q What gets an update?|Which thing is updated?|What will they update?
A Your {t}.|The {t}.
@printed b=bignum p=paper c=price
S Printing {b} copies of the {p} costs {c}.|I had the {p} printed {b} times for {c}.|{b} prints of my {p} came to {c}.
Q How many copies did I have printed?|How many prints are there?|What number of copies is it?
A {b}.|{b} copies.
Q What does the printing cost?|How much did I pay the printer?|What was the bill for the copies?
A {C:c}.|It cost {c}.
Q What was printed?|What did I have printed?|Of what do I have copies?
A Your {p}.|The {p}.
@backup n=spot p=paper
S The backup of my {p} is {n}.|I keep the backup of the {p} {n}.|In case I lose the {p}, there is a second one {n}.
Q Where is my backup?|Where do I keep the second {p}?|Where do I look if the {p} is lost?|Where did I put the backup?
A {N:n}.|It is {n}.
@chatwith n=name h=clock t=topic
S I had a chat with {n} at {h} about {t}.|At {h} {n} and I talked about {t}.|{n} called at {h} to chat about {t}.
Q With whom did I chat?|Who did I talk to?|Who called me?
A {n}.|With {n}.
Q What was the chat about?|What did we talk about?|What was the subject of our chat?
A {T:t}.|About {t}.
Q When was my chat with {n}?|At what time did we talk?|When did the call come?
A At {h}.|{h}.
@oldcomputer n=name y=caryear
S My old computer from {y} is called {n}.|I named my computer {n}, it is from {y}.|{n} is my computer; I have had it since {y}.
Q What is my computer called?|What name did I give my computer?|How do I call the machine?
A {n}.|Your computer is called {n}.
Q From which year is my computer?|How old is my machine, which year?|Since when do I have my computer?
A From {y}.|{y}.
'''

CHANGED = '''
@gatechange g=gate h=gate c=city
S My departure for {c} has been moved from {g} to {h}.|The display says {h} for {c} now, no longer {g}.|I first thought {g}, but for {c} I must go to {h}.|For {c} it is {h} instead of {g}.
Q Where do I have to go for {c}?|From where do I depart?|Which gate or platform is right?|Where does my trip to {c} begin?|To what place must I hurry?
A {H:h}.|To {h}.
Q Where should I have gone at first?|What was the old place?|Which one is wrong by now?
A {G:g}.
@timechange n=role h=clock i=clock
S The {n} asked me to come at {i} instead of {h}.|My {h} appointment with the {n} was put off to {i}.|I was to see the {n} at {h}, now it will be {i}.|The {n} cannot make {h}; {i} it is.
Q When do I see the {n}?|What time does the {n} expect me?|At what hour is my appointment?|When should I be there?
A At {i}.|You see the {n} at {i}.
Q When was it planned at first?|What was the old time?|When did the {n} want me before?
A At {h}.|{h}.
@newphone k=kin p=phoneno q=phoneno
S My {k} has a new number: {q}, the old one was {p}.|Don't dial {p} any more for my {k}, dial {q}.|My {k} can be reached on {q} now, not on {p}.|{p} is out of date, my {k} has {q}.
Q How can I reach my {k} by phone?|What do I dial for my {k}?|What's my {k}'s number?|Under which number does my {k} answer now?
A {q}.|Your {k}'s number is {q}.
@newcar m=carbrand n=carbrand
S I traded in my {m} for a {n}.|The {m} is gone, I bought a {n}.|I used to drive a {m}, these days it's a {n}.|Instead of the {m} there is a {n} in my garage now.
Q What do I drive now?|Which car do I have?|What make is my present car?|What is parked in my garage?|Which vehicle do I own today?
A A {n}.|You drive a {n} now.
Q What did I drive before?|Which was my old car?|What did I give away?
A A {m}.|You used to drive a {m}.
@mindchange f=food g=food
S I wanted {f} tonight, but I will have {g} after all.|No {f} for me tonight, I have decided on {g}.|First I thought of {f} for dinner, then I chose {g}.|Let's forget the {f}, I will cook {g} tonight.
Q What will I have tonight?|What is for dinner?|What am I going to eat?|What did I settle on?|Which dish did I choose in the end?
A {G:g}.|You will have {g}.
Q What did I want at first?|What was my first idea for dinner?|Which dish did I drop?
A {F:f}.|At first you wanted {f}.
@guestcount b=smallnum c=smallnum e=event
S We expected {b} people at the {e}, but {c} came.|{C:c} came to the {e} instead of {b}.|For the {e} {b} had said yes; in the end there were {c}.
Q How many really came?|How many people were there in the end?|What was the true number of visitors?|How many turned up?
A {C:c}.|{C:c} came.
Q How many had we expected?|How many had said yes?|For how many had we planned?
A {B:b}.|You expected {b}.
@renamed p=pet n=name m=name
S We called the {p} {n} at first, but now it is {m}.|The {p} was {n} at the shelter; with us it is {m}.|Our {p} no longer listens to {n}, only to {m}.
Q What is the {p} called now?|What's our {p}'s name?|To which name does the {p} come?|How do I call my pet?
A {m}.|The {p} is called {m}.
Q What was the {p}'s first name?|How was the {p} called before?|What name did it have at first?
A {n}.|It was {n}.
@newboss n=sur m=sur
S Mr {n} has retired and Mrs {m} took over our department.|Mrs {m} followed Mr {n} as head of our team.|Our boss is no longer Mr {n} but Mrs {m}.|Since Mr {n} left, Mrs {m} has been in charge of us.
Q Who is my boss now?|Who leads us today?|Who gives the orders these days?|To whom do I report?
A Mrs {m}.|Your boss is Mrs {m}.
Q Who was my boss before?|Who led the team earlier?|Who is gone?|Who was there before her?
A Mr {n}.|It was Mr {n}.
@recount t=nart p=price q=price
S I said the {t} was {p}. That was wrong: {q}.|The {t} did not cost {p}, I mixed it up, it was {q}.|Correction, {q} for the {t} and not {p}.|Sorry, I meant {q} when I said {p} for the {t}.
Q How much was the {t}?|What did the {t} really cost?|What did I pay for the {t}?|What is the right price of the {t}?
A {Q:q}.|The {t} cost {q}.
@movedjob k=kin j=job i=job
S My {k} was {a:j} and is {a:i} these days.|My {k} gave up being {a:j} to become {a:i}.|My {k} changed trades, from {j} to {i}.|Once {a:j}, my {k} is now {a:i}.
Q What does my {k} do for a living now?|What is my {k}'s present job?|What has my {k} become?|Which trade does my {k} follow today?
A {A:i}.|Your {k} is {a:i} now.
Q What was my {k} before?|What did my {k} do for a living in the past?|Which job did my {k} leave?
A {A:j}.|Your {k} was {a:j}.
'''

LISTS = dict(
    kilos='62 kilos|71 kilos|58 kilos|84 kilos|93 kilos|77 kilos|66 kilos|104 kilos|49 kilos|81 kilos|130 pounds|165 pounds|180 pounds|148 pounds|69 kilograms|88 kilograms',
    metres='1.62 metres|1.75 metres|1.80 metres|1.91 metres|1.58 metres|1.68 metres|two metres|1.86 metres|five foot four|six foot two|five foot nine|1.71 metres',
    drink2='beer|wine|coffee|whisky|cola|tea|milk|lemonade|gin|energy drinks|rum|schnapps|orange juice|cider|cocoa',
    dietkind='a vegetarian|a vegan|on a diet without sugar|off dairy|not allowed any salt|off meat|allowed no gluten|living on raw food|not eating after six|a pescatarian',
    firm='Hartmann and Sons|Blue Harbour Foods|Norden Steel|the city council|Lindqvist Shipping|Green Valley Dairy|Pemberton Press|Ostrow Glass|the water works|Castle Insurance|Birchwood Paper|Meridian Toys|the tram company|Silverline Travel|Kestrel Bicycles|Old Mill Bakery|Falcon Freight|Maple Software',
    place2='the old mill|the north wing|the second building|the tower|the basement|the white house|the east wing|the attic|hall four|the new block|the cottage|the main building',
    caryear='1958|1959|1960|1961|1962|1963|1964|1965|1966|1967|1968|1969|1970|1971|1972|1973|1974|1975|1976|1977|1978|1979|1980|1981|1982|1983|1984|1985|1986|1987|1988|1989|1990|1991|1992|1993|1994|1995|1996|1997|1998|1999|2000|2001|2002|2003|2004|2005|2006|2007|2008|2009|2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022|2023|2024',
    grade='a B|a C|an A|full marks|a D|twelve points|a two|a pass|89 percent|61 points|a distinction|a fail|nine out of ten|a B minus|74 percent',
    carbrand='Fiat|Skoda|Volvo|Toyota|Renault|Ford|Opel|Saab|Honda|Peugeot|Lada|Mazda|Citroen|Seat|Beetle|Dacia|Jaguar|Nissan',
    storeynum='room 12|room 204|room 317|room 45|room 8|room 611|the attic room|room 130|the green room|room 26|the corner room|room 502',
    seatno='seat 14B|seat 62|seat 7A|window seat 31|seat 118|aisle seat 22C|seat 45|seat 9F|seat 83|place 17|coach 4, seat 36|row 12, seat 3',
    teamname='the Rolling Acorns|the Night Herons|Blue Thunder|the Lost Spoons|the Harbour Lights|River United|the Red Foxes|the Iron Ducks|Green Lightning|the Velvet Anchors|the Tin Kings|the Wild Turnips|the Silver Otters|the Brass Beetles|the Paper Lions|North Star|the Mountain Goats|the Crooked Hats',
    filling='cherries|nuts and honey|lemon cream|chocolate and rum|apricots|poppy seeds|strawberries|marzipan|carrots|plums|blueberries|coffee cream|raspberries|apples and cinnamon',
    degrees='180 degrees|200 degrees|160 degrees|220 degrees|90 degrees|175 degrees|140 degrees|60 degrees|40 degrees|210 degrees|19 degrees|21 degrees|five degrees',
    bakedthing='bread|apple pie|casserole|cheesecake|lasagne|roast|plum cake|pizza|gratin|nut loaf|quiche|sponge cake|tart',
    pills='two tablets|one tablet|ten drops|a spoonful of syrup|half a tablet|three capsules|one capsule|twenty drops|two spoonfuls|a quarter of a tablet|one sachet',
    bloodtype='A positive|B negative|AB positive|O negative|O positive|A negative|AB negative|B positive',
    eyes='short-sighted|long-sighted|colour-blind|blind in one eye|night-blind|sensitive to light',
    since='since Monday|for three weeks|since the accident|since last night|for two days|since Easter|for a month|since the match|since I moved the piano|for ten days|since the winter|since yesterday morning',
    years='twenty years|ten years|five years|thirty years|eight years|fifteen years|three years|twelve years|twenty-five years|six years',
    bankname='the Harbour Bank|Old Town Savings|Northern Trust|the Farmers\' Bank|Castle Insurance|the People\'s Bank|Lighthouse Mutual|Birch and Brook|First Mountain|the Post Bank|Union Mutual|Kestrel Trust',
    keyspot='under the flower pot|behind the loose brick|in the bird house|above the door frame|inside the watering can|under the third step|in the gutter|under the stone frog|in the letter box|behind the shutter|in the old boot',
    noise='drum practice|a barking dog|loud opera|a drill|parties|a crying baby|tap dancing|a vacuum cleaner at midnight|a trumpet|screaming|heavy boots|a washing machine|quarrels|table tennis',
    showname='Harbour Street|The Last Lighthouse|Night Shift|Cooking with Otto|The Glass Detective|Seven Sisters|Doctor Marlow|Gardens of the North|Quiz at Eight|The Long Winter|Market Day|Under One Roof|The Lost Valley|Police Station Five',
    tvday='on Mondays|on Tuesday evening|every Thursday at nine|on Sunday night|on Fridays at eight|every evening at seven|on Saturday afternoon|on Wednesdays',
    booktitle='The Silent Orchard|A House of Salt|Nine Winters|The Clockmaker\'s Son|Letters to Nobody|The Green Staircase|Beyond the Ferry|The Painted Well|Snow over Harrow|A Season of Crows|The Borrowed Crown|Salt and Thunder|The Weaver\'s Map|Last Train to Orla|The Bee Keeper\'s War|The Empty Chair',
    pages='12|48|73|101|134|156|187|212|240|266|301|333|389|412|95|60',
    kms='twelve kilometres|eighteen kilometres|nine miles|twenty-two kilometres|six kilometres|fourteen miles|thirty kilometres|seven miles|eleven kilometres|25 kilometres|16 kilometres',
    weather='bright sunshine|heavy rain|thick fog|light snow|strong wind|drizzle|a thunderstorm|clear skies|hail|great heat|sleet|grey clouds|a cold breeze|frost',
    fishkind='pike|trout|carp|eel|perch|salmon|cod|catfish|bream|zander|tench|mackerel',
    kilos2='two kilos|three pounds|five kilos|half a kilo|nine pounds|four kilos|twelve pounds|seven kilos|one and a half kilos|eight hundred grams',
    roomname='kitchen|bathroom|bedroom|living room|hall|study|cellar|nursery|dining room|attic|guest room|office|pantry|workshop',
    plantname='tomatoes|sunflowers|beans|roses|pumpkins|herbs|strawberries|lavender|radishes|tulips|potatoes|peas|dahlias|courgettes|chillies|lilies|raspberries|mint',
    gardenspot='behind the shed|on the balcony|along the fence|in front of the house|in the greenhouse|beside the pond|under the kitchen window|on the roof|next to the compost|in the old bathtub|by the gate|on the window sill',
    fearthing='spiders|heights|thunder|the dark|needles|big dogs|lifts|flying|clowns|deep water|snakes|horses|mice|crowds|ghosts|the dentist|bees|tunnels|geese|balloons',
    talent='chess|cooking|singing|mental arithmetic|drawing|dancing|table tennis|diving|juggling|parking|telling jokes|skating|baking|knitting|spelling|darts|whistling|archery|climbing|fencing|gardening|card tricks|yodelling|poker|pottery|billiards|riding',
    whyoff='the hall is flooded|the speaker is ill|there are too few people|the heating is out|the trains are on strike|nobody has a key|the tickets were not sold|a storm is coming|the cook has left|the pitch is frozen|the singer lost her voice|the date was wrong',
    rescueplace='in the river|in the mountains|at sea|on the ice|in the fire|in the avalanche|in the flood|at the lake|in the burning house|on the glacier|in the quarry',
    topic='money|the fence|politics|a parking space|the inheritance|football|the garden|an old debt|the children|a joke|the bill|the holidays|music|the weather|the new school|the rent|a recipe|a tree|the dog|the wedding|the election|a broken window',
    degreesout='minus four degrees|12 degrees|30 degrees|zero degrees|21 degrees|minus ten degrees|17 degrees|eight degrees|34 degrees|three degrees|25 degrees',
    shopname='The Golden Button|Cheese and Co|The Paper Boat|Corner Books|The Tin Whistle|Uncle\'s Tools|The Green Jug|Knots and Wool|The Copper Pan|Second Spring|The Blue Door|Tea for Two|The Wooden Horse|Candle and Wick|The Little Oven|Pedal Power',
    place3='on the motorway|in a tunnel|on the bridge|in the middle of nowhere|at the border|near the quarry|on the pass|at a crossroads|in the woods|outside the village|on the ferry ramp|at the toll station',
    hours='five hours|six hours|nine hours|ten hours|four hours|eight hours|seven hours|eleven hours',
    comparing='older|taller|younger|stronger|richer|quicker|kinder|shorter|louder|heavier|braver|lazier|happier|wiser|slimmer|calmer|more patient',
    raceevent='race|swimming contest|exam|boat race|final|ski race|test|sack race|quiz|long jump|relay|chess tournament|hill climb',
    fontname='Garamond|Futura|Baskerville|Helvetica|Bodoni|Courier|Palatino|Times|Gill Sans|Caslon|Rockwell|Optima|Didot|Verdana',
    paper='thesis|wedding invitation|novel|diary|letter of complaint|poster|menu|school paper|speech|family tree|photo book|cookbook|song book|travel report|tax return|poem|drawings|lecture|business card|holiday pictures|contract|essay|recipe collection|shopping list|manuscript',
    way='through the park|over the railway bridge|past the brewery|along the canal|across the cemetery|behind the church|through the back yard|down the stone steps|by the allotments|between the two factories|over the footbridge|through the hospital garden',
    goal='school|the station|work|the beach|the market|my aunt\'s house|the lake|the library|the stadium|the bakery|the hospital|the harbour|the pool',
    foldername='Winter|Blue|Old things|To do|Aunt Mary|Taxes|Summer house|Drafts|Secret|Kitchen|Project Owl|Misc|Best of|Family|Year two|Garden|Number nine|Letters',
    partytheme='pirates|the twenties|outer space|jungle|fairy tales|black and white|the sea|ancient Rome|circus|cowboys|the Middle Ages|robots|Hawaii|cats|ghosts|the opera|winter wonderland',
    habit='smoking|biting my nails|eating meat|drinking|gambling|working at night|driving to work|swearing|playing the lottery|buying shoes|watching television|taking sugar|snacking',
    appliance='fridge|oven|washing machine|heating|freezer|boiler|kiln|aquarium|iron|sauna|greenhouse|incubator|dishwasher',
)
LISTS = {k: v.split('|') for k, v in LISTS.items()}


# what one may say for a verb of the clause grammar when asking: base form, past form
SAME = {k: [tuple(x.split('/')) for x in v.split(',')] for k, v in (l.split(':') for l in '''buy:purchase/purchased,get/got,acquire/acquired
sell:part with/parted with,get rid of/got rid of
repair:fix/fixed,mend/mended,put right/put right
find:come across/came across,discover/discovered
lose:mislay/mislaid
write:compose/composed,put on paper/put on paper
cook:prepare/prepared,make/made
eat:have/had,consume/consumed
drink:have/had
visit:go to see/went to see,travel to/travelled to
see:notice/noticed,spot/spotted,watch/watched
meet:run into/ran into,come across/came across,see/saw
invite:ask over/asked over,have round/had round
study:learn/learned,work on/worked on
build:put up/put up,construct/constructed,make/made
feed:give food to/gave food to
ride:sit on/sat on
drive:steer/steered
wear:have on/had on
collect:gather/gathered
carry:take/took,bring/brought
order:ask for/asked for
photograph:take a picture of/took a picture of
clean:tidy/tidied,scrub/scrubbed
break:damage/damaged,smash/smashed,ruin/ruined
hide:put out of sight/put out of sight,conceal/concealed
bake:make/made
deliver:bring/brought,hand over/handed over
receive:get/got
send:post/posted,mail/mailed
call:phone/phoned,ring/rang,telephone/telephoned
help:assist/assisted,support/supported
steal:take/took,run off with/ran off with
give:hand/handed,present/presented
leave:walk out on/walked out on,say goodbye to/said goodbye to
rent:hire/hired,lease/leased
draw:make a drawing of/made a drawing of,sketch/sketched
discover:find/found,come upon/came upon
hire:employ/employed,take on/took on
marry:wed/wed,become the spouse of/became the spouse of
chase:run after/ran after,hunt/hunted
catch:get hold of/got hold of,capture/captured
rescue:save/saved
sign:put a name under/put a name under
win:get as a prize/got as a prize
design:draw up/drew up,plan/planned
inherit:come into/came into
practise:train on/trained on
hear:listen to/listened to
follow:go after/went after
warn:alert/alerted
thank:express thanks to/expressed thanks to
search:look through/looked through,go through/went through
lock:shut/shut,close up/closed up
explain:make clear/made clear
choose:pick/picked,select/selected,decide on/decided on
praise:speak well of/spoke well of
move:shift/shifted
describe:speak of/spoke of
cross:go across/went across,get across/got across
climb:go up/went up
explore:look around/looked around
guard:watch over/watched over
miss:long for/longed for
paint:put paint on/put paint on
borrow:get on loan/got on loan
read:go through/went through
translate:put into another language/put into another language
throw:hurl/hurled,toss/tossed
photocopy:make a copy of/made a copy of'''.split('\n'))}
