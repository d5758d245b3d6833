"""More facts in the notation of facts.py, about things and people of which the lists hold thousands.

The first slot is the key that tells one fact from another of the same kind ("the kettle", "the lamp"), so that several of a
group can stand side by side.
"""

PERSONAL = '''
@owner t=nart n=name
S The {t} belongs to {n}.|{n} owns the {t}.|The {t} is {n}'s.|The owner of the {t} is {n}.|That {t} is the property of {n}.
Q Who owns the {t}?|Whose is the {t}?|To whom does the {t} belong?|Who is the owner of the {t}?|Whose {t} is it?|The {t}, who does it belong to?
A The {t} belongs to {n}.|{n}.|{n} owns the {t}.
Q What belongs to {n}?|What does {n} own?|Which thing is {n}'s?
A The {t}.|{n} owns the {t}.
@inside t=nart u=nart
S There is {a:u} in the {t}.|In the {t} you will find {a:u}.|[I] put {a:u} into the {t}.|[I] keep {a:u} in the {t}.|Inside the {t} lies {a:u}.
Q What is in the {t}?|What's inside the {t}?|What does the {t} contain?|What did [I] say is in the {t}?|What can be found in the {t}?
A {A:u}.|There is {a:u} in the {t}.
Q Where is the {u}?|Where can [I] find the {u}?|In what is the {u}?|Where do I look for the {u}?
A In the {t}.|The {u} is in the {t}.
@madeof t=nart m=material
S The {t} is made of {m}.|[my] {t} is of {m}.|They made the {t} out of {m}.|[I] [v:have] {a:t} made of {m}.
Q What is the {t} made of?|Of what is the {t} made?|Which material is the {t} made from?|What material is [my] {t}?
A {M:m}.|The {t} is made of {m}.|Of {m}.
@broughtfrom t=nart c=city
S The {t} comes from {c}.|[I] brought the {t} back from {c}.|[my] {t} was made in {c}.|[I] found this {t} on a trip to {c}.|They sent the {t} from {c}.
Q Where does the {t} come from?|From which city is the {t}?|Where is [my] {t} from?|What town does the {t} come from?|Where did [I] get the {t}?
A From {c}.|The {t} comes from {c}.|{c}.
@price t=nart p=price
S The {t} costs {p}.|For the {t} they want {p}.|[I] paid {p} for the {t}.|The price of the {t} is {p}.|You can have the {t} for {p}.|{P:p} is what the {t} costs.
Q How much is the {t}?|What does the {t} cost?|What is the price of the {t}?|How much did [I] pay for the {t}?|How expensive is the {t}?|What do they want for the {t}?|price of the {t}?
A {P:p}.|The {t} costs {p}.|It costs {p}.
Q What costs {p}?|What can one get for {p}?|Which thing was {p}?
A The {t}.|The {t} costs {p}.
@thingage t=nart y=year
S The {t} is from {y}.|[my] {t} was made in {y}.|[I] have had the {t} since {y}.|The {t} dates back to {y}.
Q From which year is the {t}?|How old is the {t}, which year?|When was the {t} made?|What year is the {t} from?
A From {y}.|The {t} is from {y}.|{y}.
@beside t=nart u=nart
S The {t} stands next to the {u}.|[I] put the {t} beside the {u}.|You find the {t} right behind the {u}.|The {t} is under the {u}.|The {t} hangs above the {u}.
Q Where is the {t}?|Where does the {t} stand?|Where did [I] put the {t}?|Where can I find the {t}?|Where should one look for the {t}?
A {S:s}|By the {u}.
@gift n=name t=nart
S {n} gave [me] {a:t}.|[I] got {a:t} from {n}.|{n} has given [me] {a:t} for [my] birthday.|[I] was given {a:t} by {n}.|The {t} was a present from {n}.
Q Who gave [me] the {t}?|From whom did [I] get the {t}?|Where does the {t} come from?|Who made [me] a present of the {t}?|Whose present was the {t}?
A {n}.|{n} gave [me] the {t}.|From {n}.
Q What did {n} give [me]?|What did [I] get from {n}?|What was {n}'s present?|Which present came from {n}?|And what was from {n}?
A {A:t}.|{n} gave [me] {a:t}.
@teacher s=subject n=sur
S Mr {n} teaches [me] {s}.|[my] teacher in {s} is Mr {n}.|[I] learn {s} with Mr {n}.|In {s} [I] have Mr {n}.
Q Who teaches [me] {s}?|Who is [my] {s} teacher?|With whom [do] [I] have {s}?|What is the {s} teacher called?|What's the name of [my] teacher in {s}?
A Mr {n}.|[my] {s} teacher is Mr {n}.
Q What does Mr {n} teach?|Which subject [do] [I] have with Mr {n}?|What do I learn from Mr {n}?
A {S:s}.|Mr {n} teaches {s}.
@meal d=day f=nfood
S On {d} [I] eat {f}.|On {d}s there is {f} at [my] house.|{d} is {f} day.|For {d} [I] cook {f}.
Q What [do] [I] eat on {d}?|What is there to eat on {d}?|What's for dinner on {d}?|What will [I] cook on {d}?|And on {d}, what food?
A {F:f}.|On {d} [I] eat {f}.
Q On which day is there {f}?|When [do] [I] eat {f}?|Which day is for {f}?
A On {d}.|{d}.
@breakfast k=kin f=nfood
S [my] {k} has {f} for breakfast.|For breakfast [my] {k} eats {f}.|Every morning [my] {k} wants {f}.|[my] {k} begins the day with {f}.
Q What does [my] {k} eat for breakfast?|What does [my] {k} have in the morning?|What does [my] {k} begin the day with?|Which breakfast does [my] {k} like?
A {F:f}.|[my] {k} has {f} for breakfast.
@line c=city b=bignum
S Bus {b} goes to {c}.|For {c} take bus {b}.|The bus to {c} is number {b}.|If you want to go to {c}, take line {b}.
Q Which bus goes to {c}?|What line [do] [I] take to {c}?|What's the number of the bus to {c}?|How [do] [I] get to {c}?|Which number for {c}?
A Bus {b}.|Number {b}.|Bus {b} goes to {c}.
Q Where does bus {b} go?|What is the destination of line {b}?|To which town does the {b} go?
A To {c}.|Bus {b} goes to {c}.
@lives n=name f=storey
S {n} lives on the {f} floor.|The flat of {n} is on the {f} floor.|You find {n} on the {f} floor.|On the {f} floor lives {n}.
Q On which floor does {n} live?|Where is {n}'s flat?|Which floor is {n} on?|What floor do I go to for {n}?
A On the {f} floor.|{n} lives on the {f} floor.|The {f}.
Q Who lives on the {f} floor?|Whose flat is on the {f} floor?
A {n}.|{n} lives on the {f} floor.
@drawer t=nart o=storey
S The {t} is in the {o} drawer.|[I] keep the {t} in the {o} drawer.|You will see the {t} in the {o} drawer from above.|[I] put the {t} into the {o} drawer.
Q Which drawer is the {t} in?|In which drawer [do] [I] keep the {t}?|Where is the {t}?|What drawer do I open for the {t}?|Where's [my] {t}?
A In the {o} drawer.|The {o} one.|The {t} is in the {o} drawer.
Q What is in the {o} drawer?|What [do] [I] keep in the {o} drawer?|What does the {o} drawer hold?
A The {t}.|The {t} is in the {o} drawer.
@weight t=nart n=bignum
S The {t} weighs {n} kilos.|[my] {t} has a weight of {n} kilos.|The {t} is {n} kilos heavy.|We put the {t} on the scales: {n} kilos.
Q How heavy is the {t}?|What does the {t} weigh?|What is the weight of the {t}?|How many kilos does the {t} weigh?
A {n} kilos.|The {t} weighs {n} kilos.
@getup n=name h=clock
S {n} gets up at {h}.|At {h} {n} has to get up.|{n}'s alarm rings at {h}.|{n} wakes up at {h}.
Q When does {n} get up?|At what time does {n} get up?|What time does {n} wake up?|When does {n}'s alarm ring?
A At {h}.|{n} gets up at {h}.
@commute n=name t=transport m=minutes
S {n} goes to work by {t}, which takes {m}.|By {t}, {n} needs {m} to get to work.|{n} takes the {t} to work every day and needs {m}.
Q How does {n} get to work?|How does {n} go to work?|What does {n} take to work?|By what means does {n} get to the office?
A By {t}.|{n} goes by {t}.
Q How long does {n} need to get to work?|How long is {n}'s way to work?|How much time does it take {n}?
A {M:m}.|It takes {n} {m}.
@phoneof n=name p=phoneno
S {n}'s number is {p}.|You can call {n} on {p}.|The phone number of {n} is {p}.|{n} has a new number: {p}.|For {n}, dial {p}.
Q What is {n}'s number?|What's the phone number of {n}?|How can [I] reach {n}?|Which number has {n}?|On what number can I call {n}?|{n}'s number?
A {p}.|{n}'s number is {p}.
Q Whose number is {p}?|Who has the number {p}?|Who answers if [I] dial {p}?
A {n}.|It is {n}'s number.
@notfor k=kin y=nfood
S [my] {k} cannot eat {y}.|[my] {k} must not have any {y}.|{Y:y} is bad for [my] {k}.|[my] {k} gets ill from {y}.|Do not give [my] {k} any {y}.
Q What can [my] {k} not eat?|What must [my] {k} avoid?|Which food is bad for [my] {k}?|What should nobody give [my] {k}?|What does [my] {k} not tolerate?
A {Y:y}.|[my] {k} cannot eat {y}.
@fear n=name a=nanimal
S {n} is afraid of every {a}.|{n} runs away from any {a}.|A {a} is what {n} fears most.|If {n} sees a {a}, there is a scream.
Q What is {n} afraid of?|Which animal does {n} fear?|What does {n} fear?|What frightens {n}?
A {A:a}.|{n} is afraid of {a:a}.
@lostthing t=nart c=city
S [I] lost [my] {t} in {c}.|[my] {t} got lost in {c}.|[I] left [my] {t} on a bench in {c}.|In {c} someone stole [my] {t}.
Q Where did [I] lose [my] {t}?|In which city did [my] {t} disappear?|Where was [my] {t} lost?|In what town was [my] {t} last?
A In {c}.|{c}.
Q What did [I] lose in {c}?|What is missing since {c}?|What did [I] leave in {c}?
A [my] {t}.|[I] lost [my] {t} in {c}.
@shopping t=nart b=shop p=price
S [I] bought {a:t} at the {b} for {p}.|At the {b} [I] got {a:t} for {p}.|For {p} [I] bought {a:t} at the {b}.
Q What did [I] buy at the {b}?|What did [I] get at the {b}?|Which thing is from the {b}?
A {A:t}.|[I] bought {a:t}.
Q Where did [I] buy the {t}?|In which shop did [I] get the {t}?|Where is the {t} from?|Where did the {t} come from?
A At the {b}.|[I] bought it at the {b}.
Q How much was the {t}?|What did [I] pay for the {t}?|What did the {t} cost?
A {P:p}.|[I] paid {p}.
@brokeit n=name t=nart
S {n} broke the {t}.|The {t} was broken by {n}.|It was {n} who broke the {t}.|{n} dropped the {t}, and now it is broken.
Q Who broke the {t}?|By whom was the {t} broken?|Who is to blame for the {t}?|Who dropped the {t}?
A {n}.|{n} broke the {t}.|It was {n}.
Q What did {n} break?|What was broken by {n}?|What did {n} do?
A The {t}.|{n} broke the {t}.
@makes n=name t=nart
S {n} made the {t} without help.|The {t} was made by {n}.|{n} built the {t}.|It was {n} who made the {t}.
Q Who made the {t}?|By whom was the {t} made?|Who built the {t}?|Whose work is the {t}?
A {n}.|{n} made the {t}.
Q What did {n} make?|What was made by {n}?|What did {n} build?
A The {t}.|{n} made the {t}.
@fixer t=nart o=nperson n=sur
S The {o} who repairs [my] {t} is called {n}.|{n}, {a:o}, looks after the {t}.|For the {t} [I] call {n}, the {o}.|[my] {o}, {n}, will see to the {t}.
Q Who repairs [my] {t}?|Whom [do] [I] call about the {t}?|Who looks after the {t}?|What is the name of the person for the {t}?
A {n}.|{n}, the {o}.
Q What is the {o} called?|Who is the {o}?|What's the {o}'s name?|Do you recall the name of the {o}?|the {o}'s name?
A {n}.|The {o} is called {n}.
@course d=day s=subject
S On {d} [I] have {s}.|{S:s} is on {d}.|[my] {s} lesson is on {d}.|Every {d} there is {s}.
Q What [do] [I] have on {d}?|Which lesson is on {d}?|Which subject is on {d}?|What is on {d}?
A {S:s}.|On {d} [I] have {s}.
Q When [do] [I] have {s}?|On which day is {s}?|When is the {s} lesson?
A On {d}.|{d}.
@exam s=subject d=date
S The exam in {s} is on {d}.|[my] {s} exam takes place on {d}.|On {d} [I] have to sit the {s} exam.|They set the {s} exam for {d}.
Q When is the exam in {s}?|On what date is [my] {s} exam?|When [do] [I] have to sit the {s} exam?|What's the date of the {s} exam?
A On {d}.|The {s} exam is on {d}.
@callhim n=name h=clock
S [I] have to call {n} at {h}.|At {h} [I] must phone {n}.|{n} is waiting for [my] call at {h}.|Call with {n}: {h}.
Q When [do] [I] have to call {n}?|At what time does {n} wait for [my] call?|What time is the call with {n}?|When should [I] ring {n}?
A At {h}.
Q Who [do] [I] have to call at {h}?|Who is waiting for [my] call?|Whom must [I] phone?
A {n}.|[I] have to call {n} at {h}.
@childjob k=kin j=nperson
S As a child [my] {k} wanted to be {a:j}.|[my] {k} always dreamed of being {a:j}.|When [my] {k} was small, the plan was to become {a:j}.
Q What did [my] {k} want to be?|Which job did [my] {k} dream of?|What did [my] {k} want to become?|What was [my] {k}'s dream as a child?
A {A:j}.|[my] {k} wanted to be {a:j}.
@newjob j=nperson o=nperson n=smallnum
S [I] [was] {a:j} for {n} years, and now [I] [am] {a:o}.|First [I] worked as {a:j}, then [I] became {a:o}.|[I] gave up being {a:j} to become {a:o}.|Once {a:j}, [I] now earn [my] money as {a:o}.
Q What did [I] do before?|What was [my] old job?|What did [I] use to be?|What work did [I] do in the past?|What was [my] former profession?
A {A:j}.|[I] worked as {a:j}.
Q What [am] [I] now?|What is [my] job now?|What did [I] become?|How [do] [I] earn [my] money now?|What is [my] profession today?
A {A:o}.|Now [I] [am] {a:o}.
@married n=name y=year c=city
S [I] married {n} in {c} in {y}.|{n} and [I] got married in {c} in {y}.|[my] wedding with {n} was in {c}, in {y}.|In {y}, {n} and [I] were married in {c}.
Q Who did [I] marry?|Who is married to [me]?|To whom [am] [I] married?|Who is [my] husband or wife?
A {n}.|[I] married {n}.
Q When did [I] get married?|In which year was [my] wedding?|When was the wedding?
A In {y}.|{y}.
Q Where did [I] get married?|In which city was the wedding?|Where was the wedding?
A In {c}.|{c}.
@twokids n=name m=name a=age b=age
S [my] son {n} is {a}, [my] daughter {m} is {b}.|[I] [v:have] a son of {a}, {n}, and a daughter of {b}, {m}.|[my] children are {n} ({a}) and {m} ({b}), a boy and a girl.
Q How old is {n}?|How old is [my] son?|What is {n}'s age?|What's the age of [my] son?
A {a}.|{n} is {a}.
Q How old is {m}?|How old is [my] daughter?|What is {m}'s age?|What's the age of [my] daughter?
A {b}.|{m} is {b}.
Q What is [my] son called?|What's the name of [my] boy?|Who is [my] son?
A {n}.|[my] son is called {n}.
Q What is [my] daughter called?|What's the name of [my] girl?|Who is [my] daughter?
A {m}.|[my] daughter is called {m}.
@garden p=nplant q=nplant
S In [my] garden there is {a:p} at the door and {a:q} by the wall.|[I] planted {a:p} at the door and {a:q} by the wall.|By the wall grows {a:q}, at the door {a:p}.
Q What grows at the door?|What did [I] plant at the door?|Which plant is at the door?
A {A:p}.|There is {a:p} at the door.
Q What grows by the wall?|What did [I] plant by the wall?|Which plant is by the wall?
A {A:q}.|There is {a:q} by the wall.
@neighbour n=name j=nperson
S [my] neighbour {n} is {a:j}.|{n}, who lives next door, works as {a:j}.|{n} next door is {a:j}.|There is {a:j} next door called {n}.
Q What does {n} do?|What is {n}'s job?|What does [my] neighbour {n} work as?|What's the profession of {n}?|How does {n} earn money?
A {A:j}.|{n} is {a:j}.|{n} works as {a:j}.
Q Who is {a:j}?|Which neighbour is {a:j}?|What is the {j} called?|Who works as {a:j}?
A {n}.|{n} is {a:j}.
@friendcity n=name c=city
S [my] friend {n} lives in {c}.|{n} has moved to {c}.|{n}'s home is in {c}.|{n} comes from {c}.|Greetings from {n} in {c}!
Q Where does {n} live?|Where is {n}'s home?|In which city is {n}?|What town does {n} live in?|Where is {n} from?
A In {c}.|{c}.|{n} lives in {c}.
Q Who lives in {c}?|Who is in {c}?|Whom [do] [I] know in {c}?|Which friend is in {c}?
A {n}.|{n} lives in {c}.
@debt n=name p=price
S [I] owe {n} {p}.|[I] still have to pay {n} {p}.|{n} is waiting for {p} from [me].|[I] borrowed {p} from {n}.
Q How much [do] [I] owe {n}?|What [do] [I] owe {n}?|How much money is {n} waiting for?|How much did [I] borrow from {n}?
A {P:p}.|[I] owe {n} {p}.
Q Whom [do] [I] owe {p}?|To whom [do] [I] owe money?|Who gets money from [me]?|Who is waiting for money?
A {n}.|[I] owe {n} {p}.
@winner e=contest n=name
S {n} won the {e}.|The {e} was won by {n}.|First prize in the {e} went to {n}.|{n} came first in the {e}.|Nobody was better in the {e} than {n}.
Q Who won the {e}?|Who came first in the {e}?|Who got first prize in the {e}?|Who was the best in the {e}?|By whom was the {e} won?
A {n}.|{n} won the {e}.
Q What did {n} win?|In what did {n} come first?|What was {n} best at?
A The {e}.|{n} won the {e}.
@hotel h=hotelname c=city r=bignum
S In {c} [I] [am] staying at the {h}, room {r}.|[my] room at the {h} in {c} is number {r}.|[I] booked room {r} in the {h} in {c}.
Q Which hotel [am] [I] staying at?|What's the name of [my] hotel?|Where [am] [I] staying?|In what hotel is [my] room?
A The {h}.|At the {h}.|[I] [am] staying at the {h}.
Q Which room [do] [I] have?|What is [my] room number?|What's the number of [my] room?
A {r}.|Room {r}.
Q In which city is [my] hotel?|Where is the {h}?|What town is the {h} in?
A In {c}.|{c}.
@hobbyof k=kin y=hobby
S [my] {k} likes {y}.|{Y:y} is what [my] {k} loves.|[my] {k} spends every free hour {y}.|[my] {k} is mad about {y}.
Q What does [my] {k} like?|What is the hobby of [my] {k}?|What does [my] {k} do for fun?|What does [my] {k} love?
A {Y:y}.|[my] {k} likes {y}.
Q Who likes {y}?|Whose hobby is {y}?|Who loves {y}?
A [my] {k}.|[my] {k} likes {y}.
@animalname a=nanimal n=name
S The {a} is called {n}.|We named the {a} {n}.|{n} is our {a}.|The name of the {a} is {n}.|The children call the {a} {n}.
Q What is the {a} called?|What did we name the {a}?|What's the name of the {a}?|What do the children call the {a}?|Which name has the {a}?|and the name of the {a}?
A {n}.|The {a} is called {n}.
Q Who is {n}?|What kind of animal is {n}?|What is {n}?
A The {a}.|{n} is {a:a}.
@bring n=name f=nfood
S {n} brings the {f}.|{n} has promised to bring {f}.|The {f} will be brought by {n}.|{n} takes care of the {f}.|We get the {f} from {n}.
Q Who brings the {f}?|Who takes care of the {f}?|From whom do we get the {f}?|Who promised to bring {f}?|Who is in charge of the {f}?
A {n}.|{n} brings the {f}.
Q What does {n} bring?|What will {n} bring?|What did {n} promise?|What comes from {n}?
A {F:f}.|{n} brings the {f}.
@task n=name p=planverb
S {n} will {p}.|{n} has to {p}.|It is {n}'s turn to {p}.|{n} said yes when [I] asked who could {p}.
Q What will {n} do?|What does {n} have to do?|What is {n}'s task?|What is it {n}'s turn to do?
A {P:p}.|{n} will {p}.
Q Who will {p}?|Who has to {p}?|Whose turn is it to {p}?|Who said yes to that: {p}?
A {n}.|{n} will {p}.
@colourof t=nart c=colour
S The {t} is {c}.|We painted the {t} {c}.|[my] {t} is {c} now.|The {t} has a {c} colour.|They sell the {t} only in {c}.
Q What colour is the {t}?|Which colour is the {t}?|What colour did the {t} get?|What's the colour of the {t}?|What color is [my] {t}?
A {C:c}.|The {t} is {c}.
Q What is {c}?|Which thing is {c}?|What has a {c} colour?|What did I say was {c}?
A The {t}.|The {t} is {c}.
@stopat c=city h=clock
S The train stops in {c} at {h}.|At {h} we are in {c}.|We reach {c} at {h}.|{c}: {h}.
Q When do we reach {c}?|At what time are we in {c}?|When does the train stop in {c}?|What time is {c}?
A At {h}.|At {h} in {c}.
Q Where are we at {h}?|Which town do we reach at {h}?|Where does the train stop at {h}?
A In {c}.|{c}.
@wears n=name c=colour t=cloth
S {n} wears a {c} {t}.|{n} has a {c} {t} on.|You recognise {n} by the {c} {t}.|The one in the {c} {t} is {n}.
Q What does {n} wear?|What does {n} have on?|How do [I] recognise {n}?
A A {c} {t}.|{n} wears a {c} {t}.
Q Who wears a {t}?|Who has a {c} {t} on?|Who is the one in the {t}?|Who is dressed in {c}?
A {n}.|{n} wears a {c} {t}.
Q What colour is {n}'s {t}?|Which colour does {n} wear?|What color is the {t}?
A {C:c}.|The {t} is {c}.
@speaks n=name l=language
S {n} speaks {l}.|{n} knows {l} well.|With {n} you can talk in {l}.|{n} grew up with {l}.|{n} can read and write {l}.
Q Which language does {n} speak?|What language does {n} know?|In what language can one talk with {n}?|What does {n} speak?
A {l}.|{n} speaks {l}.
Q Who speaks {l}?|Who knows {l}?|With whom can [I] speak {l}?|Who can read {l}?
A {n}.|{n} speaks {l}.
@savedfor n=name t=nart
S {n} wants to buy {a:t}.|{n} collects money for {a:t}.|{n} hopes to get {a:t} soon.|{n} needs a new {t}.|All {n} wishes for is {a:t}.
Q What does {n} want to buy?|What does {n} want?|What does {n} wish for?|What is {n} collecting money for?|What does {n} need?
A {A:t}.|{n} wants {a:t}.
Q Who wants {a:t}?|Who needs {a:t}?|Who wishes for {a:t}?
A {n}.|{n} wants {a:t}.
@met n=name p=place
S [I] met {n} {p}.|[I] saw {n} {p}.|{P:p} [I] ran into {n}.|{n} and [I] first met {p}.
Q Where did [I] meet {n}?|Where did [I] see {n}?|In what place did [I] meet {n}?|Where was {n}?
A {P:p}.|[I] met {n} {p}.
Q Who did [I] meet?|Whom did [I] see {p}?|Who was {p}?|Whom did [I] run into?
A {n}.|[I] met {n} {p}.
@because p=dideed r=whyso
S [I] {p} because {r}.|Because {r}, [I] {p}.|{R:r}, so [I] {p}.|[I] {p}. The reason is that {r}.
Q Why is it that [I] {p}?|What was the reason?|Why did [I] do it?|For what reason was that?|How come?
A Because {r}.|{R:r}.
@doing n=name w=nart v=didto
S {n} {v} the {w}.|It was {n} who {v} the {w}.|The person who {v} the {w} was {n}.
Q Who {v} the {w}?|Who was it that {v} the {w}?|Which person {v} the {w}?
A {n}.|{n} {v} the {w}.
Q What did {n} do?|What happened to the {w}?|What was it with {n} and the {w}?
A {n} {v} the {w}.
'''.replace('A {S:s}|By the {u}.', 'A {X:t} by the {u}.')

LISTS = dict(
    storey='first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|top|lowest|middle',
    contest='spelling bee|pancake race|chess tournament|swimming race|painting contest|poetry contest|cooking contest|marathon|quiz|talent show|bicycle race|ski race|lottery|dance contest|raffle|sack race|debate|fishing contest|sand castle contest|photo contest|tug of war|rowing race|science prize|costume contest',
    hotelname='Hotel Bristol|Golden Lion|Hotel Europa|Sea View|Old Post|Hotel Miramar|White Horse|Park Hotel|Three Crowns|Hotel Aurora|Station Hotel|Blue Anchor|Royal|Hotel Alpina|Green Tree|Grand Hotel|Swan Inn|Hotel Luna',
    cloth='hat|coat|scarf|jacket|dress|shirt|cap|pullover|raincoat|tie|skirt|sweater|waistcoat|helmet|cape|hood|gown|apron',
    place='at the market|in the library|at the station|on the ferry|in the museum|at a wedding|in the queue|at the swimming pool|in the lift|at the bakery|on the train to the coast|at the zoo|in the waiting room|at the opera|in the forest|at a petrol station|on the bridge|at the harbour|behind the school|at the concert',
    dideed='sold the car|came late|stayed at home|called the police|left early|bought a new lock|moved out|took a taxi|changed the plan|closed the shop|wrote a complaint|learned to swim|cut the tree down|got a dog|stopped smoking|slept on the sofa|cancelled the trip|painted the door again|threw the shoes away|went by bike',
    whyso='the baby was ill|there was no milk left|the road was flooded|it made too much noise|the tickets were sold out|the lights went out|a friend asked for it|the roof leaked|money was short|the doctor advised it|it smelled of fish|the neighbours complained|the bus broke down|nobody answered the phone|the water was too cold|it was a bargain|the key did not fit|the boss wanted it|the dog had eaten them|the snow was too deep',
    didto='stole|hid|sold|cleaned|forgot|painted|moved|burned|returned|found|borrowed|bought|wrapped|carried|opened|dropped|drew|kept|hated|wanted|needed|lost|kissed|kicked|noticed|tested|measured|ordered|unpacked|photographed')
LISTS = {k: v.split('|') for k, v in LISTS.items()}
