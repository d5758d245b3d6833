"""Random values for the blanks of facts.py and the clause grammar: people, places, times, things, codes."""
import hashlib
import random
import re

import lexicon as L

ONSET = 'b br c ch cl d dr f fl g gr h j k kr l m n p pr r s sh st t th tr v w z'.split()
VOWEL = 'a e i o u a e i o ai ea ee ia ie oo'.split()
CODA = ['', '', '', 'n', 'l', 'r', 's', 'm', 'd', 'k', 't', 'nd', 'st', 'ck', 'x']


def syllables(r, lo, hi):
    return ''.join(r.choice(ONSET) + r.choice(VOWEL) + (r.choice(CODA) if r.random() < 0.5 else '') for _ in range(r.randint(lo, hi)))


def split(s):
    return s.strip().split('|')


LISTS = dict(
    pet=split('dog|cat|horse|parrot|rabbit|hamster|goat|pony|guinea pig|budgie|tortoise|terrier|poodle|kitten|puppy|ferret|donkey|canary|goldfish|snake|lizard|sheepdog|beagle|mouse'),
    kin=split('sister|brother|wife|husband|son|daughter|mother|father|aunt|uncle|cousin|nephew|niece|neighbour|boss|best friend|friend|flatmate|colleague|teacher|grandmother|grandfather|partner|girlfriend|boyfriend|godfather|roommate|sister-in-law|twin brother|eldest son|youngest daughter|mum|dad'),
    plkin=split('sister|brother|son|daughter|cousin|aunt|uncle|neighbour|friend|colleague'),
    elder=split('grandfather|grandmother|great-grandfather|uncle|great-aunt|father|mother|godmother|ancestor'),
    doing=split('drives a taxi|teaches physics|sells flowers|repairs bicycles|plays chess|grows tomatoes|paints portraits|works in a bank|studies medicine|bakes bread|sings in a choir|writes novels|keeps bees|builds boats|cuts hair|works as a nurse|likes swimming|collects stamps|rides horses|lives by the sea|speaks Japanese|trains dogs|restores furniture|drives trains|runs a hotel|makes cheese|dances tango|flies gliders|climbs mountains|cleans windows'),
    kids=split('children|sons|daughters|brothers|sisters|cats|dogs|hens|horses|bicycles|guitars|grandchildren|goats|plants|clocks|computers|hats|cousins|rabbits|cows|sheep|ducks|aunts|cars'),
    food=split('onions|garlic|mushrooms|olives|cheese|liver|fish|spinach|celery|ginger|tofu|mustard|beetroot|raisins|cabbage|rice pudding|anchovies|peppermint|parsley|basil|aubergine|oysters|cucumber|tomatoes|broccoli|lentils|marzipan|radishes|dill|cumin|sage'),
    allergen=split('cats|dogs|pollen|milk|eggs|wheat|bees|strawberries|dust|soy|shellfish|fish|grass|penicillin|feathers|wool|walnuts|almonds|sesame|latex|horses|kiwis|celery|perfume|lupins|nickel|house mites|aspirin|mould'),
    hobby=split('swimming|cycling|painting|sailing|fishing|knitting|hiking|dancing|singing|gardening|running|climbing|skiing|photography|pottery|chess|reading|cooking|rowing|bird watching|stargazing|woodwork|surfing|skating|horse riding|juggling|geocaching|calligraphy|archery|bowling'),
    accident=split('skiing|climbing|playing football|cycling|running|dancing|ice skating|riding a horse|moving furniture|cleaning the windows|falling from a ladder|carrying boxes|jumping off a wall|playing tennis|chopping wood|hiking|surfing|doing judo'),
    bodypart=split('ankle|knee|right arm|left arm|shoulder|right hand|left foot|thumb|back|elbow|big toe|hip|collarbone|little finger|neck|right knee|left ankle|nose'),
    language=split('Finnish|Greek|Polish|Turkish|Arabic|Japanese|Korean|Portuguese|Swedish|Hungarian|Hindi|Czech|Dutch|Danish|Welsh|Irish|Swahili|Thai|Persian|Estonian|Catalan|Icelandic|Russian|Ukrainian|Vietnamese|Hebrew|Maltese|Latvian|Georgian'),
    subject=split('mathematics|physics|history|biology|chemistry|geography|economics|music|philosophy|medicine|archaeology|theology|architecture|astronomy|psychology|geology|engineering|linguistics|literature|political science|forestry|pharmacy|statistics|art history|botany'),
    coded=split('password|door code|PIN of the alarm|locker code|order number|customer number|ticket number|room number|booking code|code of the bike lock|number of the safe|phone extension|bus number|house number|postcode|account number|seat number|flight number|library card number|garage code|entry code|password of the old laptop|wifi key|code for the front door|lucky number|parking ticket number|registration number|reference number|secret word|code word|magic word|number of the hotel room|number plate|cloakroom number|tracking number|platform number|combination of the padlock|lottery number|shirt number|desk number|membership number'),
    myitem=split('umbrella|passport|spare key|wallet|bicycle|phone|charger|hammer|toolbox|first aid kit|camera|suitcase|torch|ladder|guitar|tent|old map|fuse box|photo album|sewing kit|spare bulb|recipe book|blue folder|insurance paper|ring|watch|letter|notebook|backpack|hat|scarf|helmet|pair of glasses|medicine|drill|iron|fire extinguisher|bread knife|key to the cellar|picnic basket|box of matches|garden hose|Christmas tree stand|sleeping bag'),
    spot=split('under the bed|on the kitchen table|in the top drawer|behind the sofa|next to the front door|in the cellar|on the highest shelf|in the car|under the stairs|in the blue box|on the balcony|behind the bookcase|in the garden shed|beside the fridge|under the doormat|in my coat pocket|on the windowsill|at the office|in the attic|between two books|above the stove|in the laundry basket|inside the piano|on top of the wardrobe|behind the mirror|in the glove box|in the second drawer from the left|next to the washing machine|on the hook in the hall|under a flower pot|in the green bag|at my mother\'s place|behind the curtain|in the red tin|near the back door|opposite the lift|on the third floor|beside the main entrance|at the end of the corridor|in room 12|to the left of the sink'),
    prof=split('Dr.|the dentist|Mrs|Mr|the lawyer|the notary|the eye doctor|the estate agent|the tax adviser|the piano teacher|Professor|the electrician|the vet|the hairdresser|the architect|the bank manager|the physiotherapist|the painter'),
    transport=split('train|bus|car|ferry|plane|bicycle|coach|ship|night train|motorbike|taxi|tram'),
    leaver=split('train|bus|ferry|plane|coach|ship|night train|tram|express|airport bus|flight|boat'),
    gate=split('platform 3|platform 9|gate A4|gate C17|gate 22|the harbour|stop D|the north exit|pier 2|platform 11|terminal 1|gate F6|platform 14|the central station|bay 7'),
    floor=split('level 1|level 2|level 3|level 5|level 6|floor B|the top floor|the ground floor|level C|the lower level|the green level|floor 7|row 12|the yellow deck|level minus two|the roof'),
    vehicle=split('car|van|motorbike|scooter|lorry|camper|jeep|trailer|Fiat|Skoda|Toyota|Ford|tractor|minibus|Renault|Mini|estate car|pickup|Honda|truck'),
    duty=split('report|essay|tax form|homework|application|translation|invoice|thesis|drawing|presentation|article|review|survey|project|book review|budget plan|school play|music sheet|contract|lab report|payment|insurance form|rent|phone bill|order'),
    item=split('bicycle|guitar|tent|camera|drill|lawn mower|book|car|umbrella|laptop|suitcase|kayak|sewing machine|projector|telescope|sledge|wheelbarrow|amplifier|violin|atlas|coffee machine|surfboard|microphone|dictionary|iron|toolbox|dress|typewriter|lamp|piano|clock|table|caravan|motorcycle|stamp|carpet|painting|desk|mirror|tractor|horse|field|sailing boat|cow|house|oven|statue'),
    planverb=split('call the bank|clean the garage|visit my aunt|paint the fence|buy new shoes|go to the dentist|bake a cake|write to the landlord|repair the roof|plant tomatoes|pick up the parcel|wash the car|return the books|bring a salad|cook soup|mow the lawn|order firewood|take the dog to the vet|meet the architect|change the tyres|book a hotel|send the forms|see the new film|visit the museum|bring a chocolate cake|bring two chairs|collect the tickets|feed the hens|defrost the freezer|renew my passport|donate blood|practise the piano|go swimming with the children|water the neighbour\'s plants'),
    dream=split('motorbike|sailing boat|house by the sea|piano|telescope|camper van|horse|sports car|trip to Japan|garden|new kitchen|electric bike|camera|loom|summer house|cello|pony|greenhouse|sauna|vineyard|bookshop|small farm|3D printer|grand piano|racing bike|kayak|tiny house|watch|tractor'),
    size=split('36|37|38|39|40|41|43|44|45|46|small|medium|large|extra large|10|12|14|16|XL|XXL|L|M'),
    wear=split('shoe|shirt|dress|jacket|glove|hat|ring|coat|ski boot|helmet|sweater|trouser'),
    paintable=split('car|front door|bicycle|bathroom|bedroom|living room|fence|house|garden bench|sofa|coat|umbrella|boat|desk|office|garage door|suitcase|backpack|scarf|hat|roof|kitchen chair|wardrobe|letter box|tent|blanket|helmet|wall|rug|curtain|lamp|mug'),
    role=split('captain|treasurer|chairman|secretary|coach|gardener|cook|driver|doctor|dentist|vet|plumber|electrician|lawyer|teacher|headmaster|mayor|guide|goalkeeper|drummer|singer|pianist|photographer|editor|translator|pilot|caretaker|landlord|tax adviser|midwife|hairdresser|baker|postman|librarian'),
    favour=split('feeds my cat|collects the post|walks my dog|picks up the children|looks after the hens|takes out the bins|mows the lawn|checks the house|opens the windows|reads the meter|shovels the snow|brings the newspaper|feeds the fish|drives me to work|cleans the stairs|keeps my spare key|does the shopping'),
    shiftname=split('early shift|late shift|day off|choir practice|swimming lesson|team meeting|yoga class|market stall|evening class|football training|staff meeting|piano lesson|book club|cleaning duty|long shift|chess evening|French course|drawing class|office hours|spanish lesson'),
    chore=split('water the plants|go running|call my parents|clean the windows|take the tablets|change the sheets|visit my grandmother|go to the gym|buy bread|brush the dog|check the oil|do yoga|see the doctor|practise the flute|wash my hair|use the eye drops|empty the bins|feed the fish'),
    often=split('every day|twice a day|once a week|every two weeks|once a month|every morning|every evening|twice a week|every other day|four times a day|five times a week|on weekdays|every Sunday|once a year|every six hours|before each meal|every night|two times a month|every second Friday'),
    every=split('every ten minutes|every quarter of an hour|every twenty minutes|every half hour|every two hours|every hour|three times a day|twice a day|once a day|every fifteen minutes|every thirty minutes|only in the morning|four times a day|every fifty minutes|every three hours|five times a day'),
    listname=split('shopping list|packing list|wish list|to-do list|list for the market|list for the party|list for the trip|grocery list|list'),
    goods=split('apples|bread|milk|candles|soap|rice|potatoes|flour|sugar|cheese|eggs|butter|honey|nails|string|paper|matches|tea|coffee|salt|oil|carrots|beans|plums|cherries|fish|ham|noodles|yoghurt|jam|oranges|batteries|towels|socks|envelopes|pencils|chocolate|walnuts|pepper|mushrooms|lemons|cabbages|tomatoes|hay|bricks|furniture|paint|glass|timber|coal|sand|tyres|shoes|clothes|grapes|pears|seeds|grass|leaves|insects|berries|roots|biscuits|a sleeping bag|warm clothes|a cushion|a torch|your own cup|sandwiches|musical instruments|old toys|flowers|wine|beer|lemonade|cakes|toothpaste|dog food|light bulbs|screws'),
    drink=split('tea|coffee|hot chocolate|milk|water|espresso|cocoa|green tea|lemonade|cider|juice|punch'),
    drinkway=split('with milk|without sugar|with lemon|black|with honey|very strong|with oat milk|with one sugar|with three sugars|lukewarm|without milk|with ice|weak|with cream|with a pinch of cinnamon|with ginger|half and half|straight from the fridge'),
    feat=split('juggle five balls|swim across the lake|recite the alphabet backwards|play the trumpet|whistle with two fingers|say twenty words of Greek|stand on one leg for an hour|run a marathon|sing opera|draw horses|hold her breath for two minutes|knit socks|walk on stilts|read without glasses|name all capitals|make paper birds|drive a bus|wiggle his ears|climb the old oak|do magic tricks|cook for forty people|imitate an owl|play chess blindfold'),
    craft=split('made clocks|built boats|repaired shoes|kept bees|painted churches|baked bread|carved toys|sold fish|made hats|bred horses|wove carpets|cut diamonds|printed books|blew glass|grew roses|made cheese|tuned pianos|drew maps|made barrels|dug wells|made pianos|ran a mill|drove a coach|taught Latin|made flutes|built organs|sewed sails'),
    housepart=split('balcony|garden|cellar|terrace|garage|fireplace|winter garden|swimming pool|sauna|roof terrace|large attic|library|music room|workshop|tiny kitchen|green door|stone staircase|tower'),
    title=split('The Silent River|A House of Glass|The Last Train|Winter Apples|The Clockmaker|Nine Bridges|The Salt Road|Letters from the North|The Paper Garden|The Blue Lantern|Under the Ice|Songs of the Mill|The Forgotten Map|Seven Doors|The Iron Gate|A Year by the Sea|The Owl Tree|Night Ferry|The Lost Key|The Old Lighthouse|Grey Wolves|The Painted Room'),
    event=split('meeting|concert|party|wedding|exam|picnic|football match|parents\' evening|flea market|conference|choir practice|theatre play|dinner|course|excursion|book fair|dance|lecture|summer festival|school play|annual dinner|workshop|auction|film night|harvest fair|chess tournament|rehearsal|job interview|board meeting|barbecue|reading|funeral|christening|general meeting|yoga class|opening|farewell party|job fair|cooking class|vaccination|driving lesson'),
    venue=split('the town hall|the old school|room 5|the library|the church|the park|the canteen|the sports hall|the theatre|Mill Lane 4|the garden behind the house|the big tent|the museum|the blue room|the fire station|the conference room|the community centre|the castle|the cafe at the station|the main hall|the gym|room 214|the village pub|the boathouse|the courtyard|the chapel|the lecture hall|the barn'),
    building=split('bridge|church|town hall|theatre|castle|station|lighthouse|library|school|harbour|mill|stadium|hospital|palace|cathedral|museum|market hall|opera house|tunnel|water tower|city gate|prison|railway station|swimming pool|post office|pharmacy|cinema|bank|monastery|power station|windmill|fountain|bell tower|town wall|university|brewery|airport|factory'),
    shop=split('bakery|library|chemist|bookshop|post office|hairdresser|museum|swimming pool|cafe|butcher|market|bank|garage|toy shop|restaurant|pharmacy|florist|cheese shop|shoe shop|bicycle shop|tea house|fish shop|ice cream parlour|garden centre|launderette|tailor|farm shop|wine bar|stationery shop|hardware store'),
    animal=split('badger|otter|owl|beaver|lynx|heron|marmot|hedgehog|kingfisher|salamander|wild boar|seal|stork|fox|hare|crane|puffin|bat|eagle owl|mole|dormouse|wolf|pelican|viper|toad|woodpecker|bison|ibex|weasel|swan|lizard|dragonfly|turtle|penguin|moose|squirrel|hamster|kangaroo|jackal|mongoose'),
    habitat=split('in old forests|near rivers and lakes|high in the mountains|on rocky coasts|in dry grassland|in hollow trees|in swamps|under the ground|in caves|on steep cliffs|in the desert|along the seashore|in open fields|in warm valleys|in city parks|in pine woods|in shallow water|on small islands|in the far north|in gardens|in thick bushes'),
    daytime=split('at night|at dawn|in the evening|during the day|in the early morning|at dusk|around noon|only after rain|in winter|in the summer months|in spring|just before sunrise|late in the afternoon'),
    machine=split('washing machine|coffee maker|printer|dishwasher|heater|pump|mixer|oven|drill|scanner|alarm|boiler|radio|lawn mower|projector|sewing machine|generator|microwave|vacuum cleaner|copier|ticket machine|dryer|fan|lift|camera|telephone|robot|3D printer|toaster|ice machine|bread maker|router'),
    action=split('press the large button|turn the handle to the right|close the door and push the lever|pull the cord twice|insert the card|hold both keys for five seconds|switch on the power and wait|lift the lid and press start|turn the dial to two|type the code and press enter|push the red switch|slide the bolt to the left|open the valve slowly|step on the pedal|put in a coin|say the word "begin"|press start twice|tap the screen'),
    result=split('call the service|pull out the plug|read page 12 of the manual|clean the filter|press reset|let it cool down for an hour|check the fuse|ask the caretaker|change the battery|restart it|look for a blocked pipe|fill in the form at the desk|close the main valve|wait for the technician|empty the tray|dial 44|leave the room at once'),
    rulething=split('dogs|bicycles|cameras|children|drinks|umbrellas|skateboards|balls|sandwiches|rucksacks|cats|prams|phones|wheelchairs|musical instruments|large bags|scooters|hats|sandals|picnics|guide dogs|pens|tripods|ice creams|fires|tents|boats|horses|glass bottles|drones'),
    team=split('the Red Foxes|Northfield United|the Harbour Bears|the Lions|Westbrook|the Blue Arrows|the Rovers|Eastgate|the Night Owls|the Eagles|the Millers|Hillside Rangers|the Kings|the Sharks|Riverside|the Tigers|Old Town|the Comets|the Wanderers|the Bees'),
    dish=split('pancakes|bread|apple pie|soup|cake|dumplings|stew|biscuits|pudding|noodles|pizza|waffles|lentil curry|fish pie|rice dish|sauce|risotto|casserole|gnocchi|plum tart|omelette|goulash|muffins|scones|pie'),
    ingredient=split('flour|sugar|rice|oats|lentils|butter|honey|cocoa|salt|oil|yeast|semolina|almonds|cream|paprika|cornflour|milk powder|cheese|tomato paste|vinegar|mustard|raisins|curry powder|olive oil|maple syrup|breadcrumbs|sesame'),
    naturething=split('cave|waterfall|spring|gold mine|glacier|hidden valley|salt mine|island|underground river|fossil|petrified forest|hot spring|ruined temple|sunken ship|old well|burial mound|crater|Roman road|treasure|ice cave|stone circle|coral reef|meteorite|lake'),
    superlative=split('largest|longest|highest|oldest|deepest|smallest|second largest|most famous|most visited|coldest|youngest|steepest|narrowest|warmest'),
    geokind=split('lake|river|mountain|island|valley|forest|city|harbour|cave|desert|volcano|waterfall|glacier|village|national park|peninsula|bay|canyon|canal|castle|road'),
    defkind=split('tool|boat|hat|cake|dance|stone|knife|basket|coat|bird|plant|room|wind|game|song|tax|letter|knot|drum|cart|box|cloth|lamp|road|fish|bowl|shoe|machine|rope|bridge|chair|drink|cloud|horse|coin|flute|key|book'),
    deftail=split('used for cutting reeds|made of birch bark|that sailors used long ago|with two handles|which is worn in winter|that is found only on islands|for carrying water|with a round lid|used in old churches|that comes from the sea|made without a single nail|for children under seven|that was paid in salt|sung at weddings|which shines at night|used by shepherds|with a hole in the middle|that grows in the shade|for keeping bees|made from rye|that can be folded|with three strings|used by bakers|which opens only once a year|that melts in the sun|tied around the waist|for measuring time|with a long neck|that tells people of danger|used on frozen lakes'),
    museum=split('museum|library|archive|castle|town museum|old school|gallery|collector|university|monastery|palace|toy museum|maritime museum|institute'),
    plthing=split('clocks|books|paintings|coins|stamps|maps|dolls|masks|shells|violins|hats|butterflies|swords|carpets|letters|photographs|vases|bells|minerals|bicycles|puppets|cameras|radios|keys|spoons|posters|globes|lamps|buttons|model ships|teapots'),
    cmdname=split('mkpack|listen|fsync2|dupcheck|treeview|netmon|logcut|quickcopy|tabfix|wordstat|mergex|backupd|imgsort|dnslook|pathfind|cleanup|tagger|zipview|cronlist|hexshow|pwgen2|linesort|udpsend|filewatch|diskmap|mailcheck'),
    cmddoes=split('copies a folder to another disk|lists all open connections|removes empty lines from a file|shows the size of every folder|searches for duplicate files|prints the first lines of a text|sorts a list of names|converts pictures to a smaller size|checks whether a server answers|splits a large file into pieces|counts the words of a text|watches a folder for changes|shows who is logged in|renames many files at once|compresses old log files|compares two folders|draws a tree of all processes|starts a program at a set time|repairs broken links|joins several tables'),
    cmdoption=split('-v|-q|-n|--all|--dry-run|-r|--force|-o|--json|-x|--help|-k|--fast|-s|--depth|--sort|-z|--quiet|-u|--since'),
    cmdeffect=split('prints more details|shows no messages|does nothing but show what would be done|includes hidden files|works through all subfolders|overwrites existing files|writes the result to a file|stops at the first error|sorts the output by date|leaves out links|asks before each step|shows only the total|uses less memory|keeps the old version|ignores upper and lower case|waits for ten seconds first|reads names from a file|compresses the result'),
    dir=split('north|south|east|west|northeast|southwest|centre|northwest|southeast|far north'),
    million=split('two million euros|300,000 crowns|45 million dollars|1.2 million pounds|80,000 marks|seven million francs|15,000 gold pieces|60 million euros|half a million pounds|9,500 florins|240,000 dollars|three million kronor'),
    minutes=split('20 minutes|half an hour|an hour|45 minutes|ten minutes|two hours|a quarter of an hour|25 minutes|90 minutes|five minutes|an hour and a half|35 minutes|three hours|12 minutes|forty minutes'),
)
HOURS = 'one two three four five six seven eight nine ten eleven twelve'.split()
import more_facts
LISTS.update({k: v for k, v in more_facts.LISTS.items() if k not in LISTS})
NUMS = HOURS + 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split()
FAV = dict(colour='colours', fruit='fruits', animal='animals', flower='flowers', sport='sports', drink='drinks', tree='trees', bird='birds', dessert='desserts', vegetable='vegetables',
           instrument='musical instruments', tool='tools', season=None, month=None, day=None, number=None, city=None, metal='metals', planet='planets', subject='school subjects', word=None)


def stable(s):
    return int(hashlib.md5(s.encode()).hexdigest(), 16) % 10


RUDE = set('slaver sexer hooker bugger sucker loser beggar sinner cannibal bastard bitch whore rapist racist fascist terrorist killer murderer nazi slave prostitute cripple lesbian homosexual sadist masochist molester pervert pedophile slut nigger negro jew assassin executioner torturer enema'.split())
WORKS = re.compile(r'(er|or|ist|ian|man|eer|ant|smith|wright)$')
# the kinds of the lists whose place a noun out of thousands may take
WIDE = dict(item='artifact', myitem='artifact', plthing=None, paintable='artifact', goods='food', food='food', allergen='food', animal='animal', machine='artifact', thing='artifact', dream='artifact')
NOUN = dict(nart='artifact', nfood='food', nanimal='animal', nperson='person', nplant='plant')
BASIC = dict(artifact='item', food='goods', animal='animal', person=None, plant=None)


class World:
    """Names and places; 'test' worlds use a tenth of the lists that no training chat ever shows."""

    def __init__(self, names, split='train', words=(), nouns=None, copy=()):
        ok = (lambda s: stable(s) == 0) if split == 'test' else (lambda s: stable(s) != 0)
        self.names = [n for n in names if ok(n)]
        self.surn = [n for n in L.SURN if ok(n)]
        self.cities = [c for c in L.CITIES if ok(c)]
        self.cats = L.CATS
        self.things = sorted({w for k, v in L.CATS.items() for w in v if k not in ('planets', 'continents', 'oceans', 'programming languages')})
        self.words = L.WORDS + list(words)
        self.nouns = {k: [x for x in v if not RUDE & set(x.split()) and (k != 'person' or WORKS.search(x))] for k, v in (nouns or {}).items()}
        self.copy = list(copy) or self.words
        self.split = split

    def name(self, r):
        return r.choice(self.names) if r.random() < 0.7 else syllables(r, 2, 3).capitalize()

    def sur(self, r):
        x = r.random()
        if x < 0.45:
            return r.choice(self.surn)
        s = syllables(r, 1, 2).capitalize()
        return s + (r.choice(['son', 'berg', 'ski', 'ez', 'er', 'ova', 'man', 'ini', 'ic', 'sen', 'elli', '']) if x < 0.8 else '')

    def city(self, r):
        if r.random() < 0.6:
            return r.choice(self.cities)
        return syllables(r, 1, 3).capitalize() + r.choice(['', '', 'burg', 'ton', 'dal', 'vik', 'ham', 'ford', 'stad', 'ia', 'ov'])


def clock(r):
    h, x = r.randint(1, 12), r.random()
    if x < 0.3:
        return f"{h} o'clock"
    if x < 0.45:
        return f'{r.randint(0, 23)}:{r.choice(["00", "05", "10", "15", "20", "25", "30", "35", "40", "45", "50", "55", str(r.randint(10, 59))])}'
    if x < 0.6:
        return r.choice(['half past ', 'quarter to ', 'quarter past ', 'ten past ', 'twenty to ', 'five to ']) + HOURS[h - 1]
    if x < 0.75:
        return HOURS[h - 1] + r.choice(['', '', ' in the morning', ' in the evening', ' sharp'])
    if x < 0.9:
        return f'{h} {r.choice(["am", "pm", "a.m.", "p.m."])}'
    return r.choice(['noon', 'midnight', 'nine', 'ten', f'{h}.30', f'{h} in the afternoon'])


def date(r):
    d, m = r.randint(1, 28), r.choice(L.MONTHS)
    th = f'{d}{"th" if 10 < d < 20 else {1: "st", 2: "nd", 3: "rd"}.get(d % 10, "th")}'
    return r.choice([f'{d} {m}', f'{m} {d}', f'{d} {m}', f'the {th} of {m}', f'{m} {th}', f'{d} {m} {r.randint(1950, 2035)}', f'{r.choice(L.DAYS)}, {d} {m}', f'the {th}'])


def code(r, w):
    x = r.random()
    if x < 0.4:
        return str(r.randint(10, 99999))
    if x < 0.55:
        return f'{r.choice("ABCDEFGHKLMNPRSTUVWXYZ")}{r.choice(["", "-", ""])}{r.randint(1, 9999)}'
    if x < 0.7:
        return r.choice(w.words) + str(r.randint(1, 99))
    if x < 0.8:
        return r.choice(w.words) + r.choice(['', '-', ' ']) + r.choice(w.words)
    if x < 0.9:
        return r.choice(w.words)
    return ' '.join(str(r.randint(10, 99)) for _ in range(r.randint(2, 4)))


def price(r):
    x = r.random()
    c = r.choice(['euros', 'pounds', 'dollars', 'crowns', 'francs', 'euros', 'kronor', 'yen'])
    if x < 0.5:
        return f'{r.randint(2, 990)} {c}'
    if x < 0.65:
        return f'{r.choice(NUMS[1:])} {c}'
    if x < 0.8:
        return f'{r.randint(1, 99)},{r.randint(0, 999):03d} {c}'
    return f'{r.randint(1, 99)}.{r.randint(10, 99)} {c}'


def small(r, lo=2, hi=12):
    n = r.randint(lo, hi)
    return NUMS[n - 1] if r.random() < 0.65 else str(n)


def value(kind, r, w, got):
    """A random value for a slot; got holds the values of the block so far (no two alike)."""
    for _ in range(20):
        v = _value(kind, r, w, got)
        if v not in got.values():
            return v
    return v


def noun(r, w, kind):
    """A noun of a kind: common ones, and any of thousands."""
    base = LISTS[BASIC[kind]] if BASIC[kind] else L.CATS['professions'] if kind == 'person' else L.CATS['flowers'] + L.CATS['trees']
    return r.choice(w.nouns[kind]) if w.nouns.get(kind) and r.random() < 0.6 else r.choice(base)


def _value(k, r, w, got):
    if k in NOUN:
        return noun(r, w, NOUN[k])
    if WIDE.get(k) and w.nouns and r.random() < 0.35:
        return r.choice(w.nouns[WIDE[k]])
    if k == 'phoneno':
        return r.choice([f'{r.randint(100, 999)} {r.randint(1000, 9999)}', str(r.randint(10000, 999999)), f'0{r.randint(10, 99)} {r.randint(1000, 99999)}', f'{r.randint(100, 999)}-{r.randint(1000, 9999)}'])
    if k == 'job' and w.nouns and r.random() < 0.4:
        return r.choice(w.nouns['person'])
    if k in LISTS:
        return r.choice(LISTS[k])
    if k == 'name':
        return w.name(r)
    if k == 'sur':
        return w.sur(r)
    if k == 'city':
        return w.city(r)
    if k == 'placename':
        return r.choice(['Lake ', 'Mount ', '', '', 'Port ', 'Cape ', '']) + syllables(r, 2, 3).capitalize()
    if k == 'newword':
        return syllables(r, 2, 3)
    if k == 'country':
        return r.choice(list(L.COUNTRY))
    if k == 'year':
        return str(r.choice([r.randint(1200, 1900), r.randint(1900, 2024), r.randint(1940, 2015)]))
    if k == 'age':
        return str(r.randint(5, 95))
    if k == 'smallnum':
        return small(r)
    if k == 'bignum':
        return str(r.randint(12, 450))
    if k == 'bignum2':
        return str(r.randint(2, 60) * 25)
    if k == 'thousand':
        return r.choice([f'{r.randint(1, 90)},{r.randint(0, 999):03d}', str(r.randint(120, 9900)), f'{r.choice(NUMS[1:])} thousand', f'{r.randint(2, 90)}00'])
    if k == 'day':
        return r.choice(L.DAYS)
    if k == 'date':
        return date(r)
    if k == 'duedate':
        return r.choice([date(r), r.choice(L.DAYS), 'the end of ' + r.choice(L.MONTHS), 'tomorrow', 'next ' + r.choice(L.DAYS), 'the first of ' + r.choice(L.MONTHS), 'tonight', 'the tenth', 'the last day of the month'])
    if k == 'clock':
        return clock(r)
    if k == 'price':
        return price(r)
    if k == 'code':
        return code(r, w)
    if k == 'colour':
        return r.choice(L.CATS['colours'] + ['dark green', 'light blue', 'bright red', 'cream', 'beige', 'dark blue', 'pale yellow', 'olive', 'navy blue'])
    if k == 'job':
        return r.choice(L.CATS['professions'] + split('beekeeper|surgeon|tailor|fisherman|architect|chemist|translator|postman|dentist|butcher|waiter|shepherd|taxi driver|train driver|photographer|violin maker|judge|firefighter|policeman|roofer|blacksmith|potter|museum guard|diver|geologist|programmer|accountant|actor|hairdresser|secretary|vet|florist|clown|weaver|miner|crane driver|watchmaker|zoo keeper|bus driver|optician|piano tuner|sculptor|locksmith|midwife|gardener|tour guide|carpenter|sailor|mechanic|editor|conductor'))
    if k == 'instrument':
        return r.choice(L.CATS['musical instruments'])
    if k == 'material':
        return r.choice(L.CATS['materials'] + ['brick', 'granite', 'oak', 'marble', 'concrete', 'sandstone'])
    if k == 'street':
        return f'{w.sur(r)} {r.choice(["Street", "Road", "Lane", "Square", "Avenue", "Alley"])}'
    if k == 'favkind':
        return r.choice(list(FAV))
    if k == 'favval':
        x = got.get('x')
        if FAV.get(x):
            return r.choice(L.CATS[FAV[x]])
        return {'season': lambda: r.choice(['spring', 'summer', 'autumn', 'winter']), 'month': lambda: r.choice(L.MONTHS), 'day': lambda: r.choice(L.DAYS), 'number': lambda: str(r.randint(1, 99)),
                'city': lambda: w.city(r)}.get(x, lambda: r.choice(w.words))()
    raise KeyError(k)


def a_an(s):
    return ('an ' if re.match(r'(?i)[aeiou](?!n?i[cvt]|u[rst]|ne\b)|hour|8|11\b|18\b', s) else 'a ') + s


def cap(s):
    return s[:1].upper() + s[1:]


def comma(items, last=' and '):
    items = list(items)
    return items[0] if len(items) == 1 else ', '.join(items[:-1]) + last + items[-1]
