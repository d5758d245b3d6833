"""Word lists for the generators: categories, places, small facts, instructions."""

# flake8: noqa: E501
CATS = {
 'fruits': 'apple banana cherry orange pear plum peach grape mango kiwi lemon lime melon strawberry raspberry blueberry apricot fig pineapple papaya',
 'vegetables': 'carrot potato onion tomato cabbage spinach pea bean pepper cucumber leek celery broccoli cauliflower pumpkin radish turnip lettuce garlic beetroot',
 'animals': 'dog cat horse cow sheep goat pig rabbit fox wolf bear lion tiger elephant giraffe zebra monkey mouse deer hedgehog otter badger squirrel camel',
 'birds': 'sparrow robin eagle hawk owl crow swan duck goose pigeon parrot penguin heron stork swallow finch gull raven peacock woodpecker',
 'fish': 'salmon trout cod tuna herring carp pike eel perch haddock sardine mackerel',
 'insects': 'ant bee wasp fly beetle butterfly moth grasshopper cricket mosquito ladybird dragonfly',
 'trees': 'oak birch pine spruce maple willow beech elm ash poplar cedar chestnut fir larch',
 'flowers': 'rose tulip daisy lily sunflower violet orchid poppy iris lavender daffodil marigold',
 'colours': 'red blue green yellow orange purple pink brown black white grey turquoise violet gold silver',
 'musical instruments': 'piano guitar violin flute drum trumpet cello harp clarinet saxophone trombone accordion oboe banjo',
 'sports': 'football tennis swimming running cycling rowing skiing hockey volleyball basketball badminton golf climbing sailing judo',
 'kinds of furniture': 'table chair sofa bed desk shelf wardrobe stool bench cupboard armchair drawer',
 'kitchen tools': 'knife fork spoon plate bowl pan pot kettle whisk grater spatula ladle sieve',
 'clothes': 'shirt coat hat scarf glove sock shoe boot dress skirt jacket sweater belt trousers',
 'vehicles': 'car bus train bicycle tram boat ship lorry van scooter aeroplane helicopter motorcycle tractor',
 'drinks': 'water tea coffee milk juice lemonade cocoa cider soda',
 'school subjects': 'mathematics history geography physics chemistry biology music art English sport',
 'tools': 'hammer saw screwdriver drill spanner pliers chisel axe shovel rake file',
 'parts of the body': 'head arm leg hand foot knee elbow shoulder neck back finger toe ear nose eye mouth',
 'shapes': 'circle square triangle rectangle oval star pentagon hexagon cube cone sphere cylinder',
 'professions': 'teacher doctor nurse baker carpenter plumber farmer lawyer engineer painter pilot cook librarian gardener electrician journalist',
 'rooms of a house': 'kitchen bathroom bedroom hall cellar attic study pantry',
 'planets': 'Mercury Venus Earth Mars Jupiter Saturn Uranus Neptune',
 'continents': 'Africa Antarctica Asia Europe Australia',
 'programming languages': 'Python C Java Rust Go Ruby Perl Haskell JavaScript Lua Scala Fortran',
 'things in an office': 'desk chair lamp printer stapler notebook folder pen keyboard monitor',
 'materials': 'wood steel glass paper stone copper wool cotton plastic leather clay rubber',
 'gemstones': 'diamond ruby emerald sapphire opal topaz amber garnet',
 'kinds of weather': 'rain snow wind fog hail sunshine thunder frost',
 'breakfast foods': 'porridge toast eggs pancakes yoghurt muesli fruit cereal jam bacon',
 'desserts': 'cake pudding pie custard brownies biscuits crumble trifle jelly tart',
 'herbs and spices': 'basil thyme mint parsley pepper cinnamon ginger nutmeg saffron rosemary sage',
 'metals': 'iron copper gold silver tin lead zinc nickel titanium aluminium',
 'oceans': 'Pacific Atlantic Indian Arctic',
}
CATS = {k: v.split() for k, v in CATS.items()}
CATS['continents'] += ['North America', 'South America']
CITIES = ('London Paris Berlin Madrid Rome Vienna Prague Warsaw Oslo Stockholm Helsinki Dublin Lisbon Athens Budapest Brussels Amsterdam Zurich Geneva Hamburg '
          'Munich Lyon Turin Naples Porto Seville Bergen Gdansk Riga Tallinn Vilnius Krakow Leeds Bristol York Cardiff Glasgow Cork Boston Chicago Denver Seattle Austin Portland '
          'Toronto Montreal Ottawa Sydney Perth Auckland Tokyo Osaka Kyoto Seoul Delhi Mumbai Cairo Nairobi Lagos Accra Lima Quito Bogota Santiago').split()
COUNTRY = dict(France='Paris', Germany='Berlin', Spain='Madrid', Italy='Rome', Austria='Vienna', Poland='Warsaw', Norway='Oslo', Sweden='Stockholm', Finland='Helsinki',
  Ireland='Dublin', Portugal='Lisbon', Greece='Athens', Hungary='Budapest', Belgium='Brussels', Denmark='Copenhagen', Iceland='Reykjavik', Switzerland='Bern', Romania='Bucharest',
  Bulgaria='Sofia', Croatia='Zagreb', Serbia='Belgrade', Slovenia='Ljubljana', Slovakia='Bratislava', Latvia='Riga', Estonia='Tallinn', Lithuania='Vilnius', Ukraine='Kyiv',
  Russia='Moscow', Turkey='Ankara', Egypt='Cairo', Morocco='Rabat', Tunisia='Tunis', Algeria='Algiers', Kenya='Nairobi', Ghana='Accra', Ethiopia='Addis Ababa', Senegal='Dakar',
  Uganda='Kampala', Zambia='Lusaka', Zimbabwe='Harare', Namibia='Windhoek', Japan='Tokyo', China='Beijing', India='New Delhi', Thailand='Bangkok', Vietnam='Hanoi',
  Indonesia='Jakarta', Malaysia='Kuala Lumpur', Nepal='Kathmandu', Mongolia='Ulaanbaatar', Iran='Tehran', Iraq='Baghdad', Jordan='Amman', Lebanon='Beirut', Cuba='Havana',
  Mexico='Mexico City', Canada='Ottawa', Brazil='Brasilia', Argentina='Buenos Aires', Chile='Santiago', Peru='Lima', Ecuador='Quito', Colombia='Bogota', Venezuela='Caracas',
  Uruguay='Montevideo', Paraguay='Asuncion', Australia='Canberra', Pakistan='Islamabad', Bangladesh='Dhaka', Afghanistan='Kabul', Georgia='Tbilisi', Armenia='Yerevan')
COUNTRY.update({'the United Kingdom': 'London', 'the Czech Republic': 'Prague', 'the Netherlands': 'Amsterdam', 'South Korea': 'Seoul', 'New Zealand': 'Wellington',
  'Saudi Arabia': 'Riyadh', 'the United States': 'Washington, D.C.', 'the Philippines': 'Manila', 'Costa Rica': 'San Jose', 'Sri Lanka': 'Colombo'})
MONTHS = 'January February March April May June July August September October November December'.split()
DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()
SURN = ('Smith Baker Carter Fisher Walker Turner Wood Green Hill Stone Young Clark Reed Marsh Brook Lane Field Grant Hunt Ward Holt Frost Page Swift Archer Mason Cole Dale Finch Gray '
        'Hale Kent Moss North Price Rowe Shaw Todd Vance West Abbott Bishop Cross Drake Ellis Foster Garner Harper').split()
OPP = dict(hot='cold', big='small', tall='short', fast='slow', early='late', happy='sad', light='dark', open='closed', full='empty', strong='weak', new='old', young='old', rich='poor',
  easy='difficult', clean='dirty', wet='dry', hard='soft', high='low', thick='thin', wide='narrow', deep='shallow', loud='quiet', near='far', safe='dangerous', true='false', right='wrong',
  inside='outside', above='below', before='after', always='never', begin='end', buy='sell', give='take', win='lose', push='pull', love='hate', remember='forget', day='night', up='down',
  left='right', first='last', cheap='expensive', sharp='blunt', smooth='rough', sweet='sour', brave='afraid', polite='rude', simple='complicated', public='private', success='failure',
  arrive='leave', increase='decrease', question='answer', friend='enemy', north='south', east='west', summer='winter', laugh='cry', ask='answer', borrow='lend', heavy='light')
PLUR = dict(child='children', mouse='mice', foot='feet', tooth='teeth', man='men', woman='women', goose='geese', person='people', leaf='leaves', knife='knives', city='cities', box='boxes',
  dog='dogs', cat='cats', house='houses', bus='buses', baby='babies', story='stories', sheep='sheep', fish='fish', wolf='wolves', glass='glasses', hero='heroes', potato='potatoes', book='books', key='keys')
PAST = dict(go='went', eat='ate', see='saw', take='took', write='wrote', run='ran', come='came', buy='bought', think='thought', give='gave', find='found', make='made', know='knew', speak='spoke',
  sing='sang', swim='swam', drive='drove', fly='flew', begin='began', break_='broke', build='built', catch='caught', teach='taught', sleep='slept', read='read', walk='walked', play='played', open='opened', help='helped', study='studied')
PAST['break'] = PAST.pop('break_')
FACTS = [('How many days are in a week?', 'A week has seven days.'), ('How many months are in a year?', 'A year has twelve months.'), ('How many minutes are in an hour?', 'An hour has 60 minutes.'),
 ('How many seconds are in a minute?', 'A minute has 60 seconds.'), ('How many hours are in a day?', 'A day has 24 hours.'), ('How many days does a leap year have?', 'A leap year has 366 days.'),
 ('How many legs does a spider have?', 'A spider has eight legs.'), ('How many legs does an insect have?', 'An insect has six legs.'), ('What do bees make?', 'Bees make honey.'),
 ('What is water made of?', 'Water is made of hydrogen and oxygen: two hydrogen atoms and one oxygen atom in each molecule.'), ('At what temperature does water boil?', 'At sea level water boils at 100 degrees Celsius.'),
 ('At what temperature does water freeze?', 'Water freezes at 0 degrees Celsius.'), ('Which planet is closest to the Sun?', 'Mercury is the planet closest to the Sun.'), ('Which planet is the largest?', 'Jupiter is the largest planet of the solar system.'),
 ('Which planet is known for its rings?', 'Saturn is known for its rings.'), ('Which planet is called the red planet?', 'Mars is called the red planet.'), ('How many planets are there in the solar system?', 'There are eight planets in the solar system.'),
 ('What is the Sun?', 'The Sun is a star. It gives the Earth light and warmth.'), ('Why is the sky blue?', 'Air scatters blue light more strongly than red light, so blue light reaches our eyes from every direction of the sky.'),
 ('What causes the tides?', 'The tides are caused mostly by the pull of the Moon on the sea, and to a lesser degree by the Sun.'), ('What do plants need to grow?', 'Plants need light, water, air and minerals from the soil.'),
 ('What is photosynthesis?', 'Photosynthesis is how plants use light to turn water and carbon dioxide into sugar and oxygen.'), ('What is gravity?', 'Gravity is the force with which masses attract each other. It keeps us on the ground and the planets on their paths.'),
 ('What is the largest ocean?', 'The Pacific is the largest ocean.'), ('What is the largest land animal?', 'The African elephant is the largest land animal.'), ('What is the largest animal?', 'The blue whale is the largest animal.'),
 ('What is the tallest animal?', 'The giraffe is the tallest animal.'), ('What is the fastest land animal?', 'The cheetah is the fastest land animal.'), ('What colour do you get from blue and yellow?', 'Blue and yellow paint mixed together give green.'),
 ('What colour do you get from red and white?', 'Red and white paint mixed together give pink.'), ('What colour do you get from red and blue?', 'Red and blue paint mixed together give purple.'), ('What colour do you get from red and yellow?', 'Red and yellow paint mixed together give orange.'),
 ('How many letters does the English alphabet have?', 'The English alphabet has 26 letters.'), ('What are the vowels?', 'The vowels are a, e, i, o and u.'), ('What is the first letter of the alphabet?', 'The first letter of the alphabet is A.'),
 ('What is the last letter of the alphabet?', 'The last letter of the alphabet is Z.'), ('How many continents are there?', 'There are seven continents.'), ('Which season comes after winter?', 'Spring comes after winter.'),
 ('Which season comes after summer?', 'Autumn comes after summer.'), ('In which direction does the sun rise?', 'The sun rises in the east.'), ('In which direction does the sun set?', 'The sun sets in the west.'),
 ('What is ice?', 'Ice is frozen water.'), ('What is steam?', 'Steam is water in the form of a gas.'), ('What is a triangle?', 'A triangle is a shape with three sides and three corners.'), ('What is a dozen?', 'A dozen is twelve.'),
 ('How many sides does a square have?', 'A square has four equal sides.'), ('How many sides does a hexagon have?', 'A hexagon has six sides.'), ('How many millimetres are in a centimetre?', 'A centimetre has 10 millimetres.'),
 ('How many metres are in a kilometre?', 'A kilometre has 1000 metres.'), ('How many grams are in a kilogram?', 'A kilogram has 1000 grams.'), ('What is a baby dog called?', 'A baby dog is called a puppy.'), ('What is a baby cat called?', 'A baby cat is called a kitten.'),
 ('What is a baby cow called?', 'A baby cow is called a calf.'), ('What is a baby sheep called?', 'A baby sheep is called a lamb.'), ('What is a baby horse called?', 'A baby horse is called a foal.'), ('What is a group of wolves called?', 'A group of wolves is called a pack.'),
 ('Which metal is liquid at room temperature?', 'Mercury is liquid at room temperature.'), ('What is the chemical symbol of gold?', 'The chemical symbol of gold is Au.'), ('What is the chemical symbol of iron?', 'The chemical symbol of iron is Fe.'),
 ('What gas do we breathe in to live?', 'We need oxygen, which makes up about a fifth of the air.'), ('What is a computer program?', 'A computer program is a list of instructions that a computer carries out.'),
 ('What is an operating system?', 'An operating system is the software that manages a computer and lets other programs run on it.'), ('What is a file?', 'A file is a named piece of data stored on a disk.'), ('What is a folder?', 'A folder holds files and other folders, so that you can keep them in order.'),
 ('What is the internet?', 'The internet is a worldwide network that connects computers so that they can exchange data.'), ('What is a language model?', 'A language model is a program that has learned from text to predict what comes next, one small piece at a time.'),
 ('What is a neural network?', 'A neural network is a computer model made of many simple connected units whose connections are adjusted by learning from examples.'), ('What is a haiku?', 'A haiku is a short Japanese poem of three lines with five, seven and five syllables.'),
 ('What is a synonym?', 'A synonym is a word that means the same, or nearly the same, as another word.'), ('What is a verb?', 'A verb is a word for an action or a state, such as run or be.'), ('What is a noun?', 'A noun is a word for a person, place or thing.'),
 ('What is an adjective?', 'An adjective is a word that describes a noun, such as red or tall.'), ('What is the opposite of north?', 'The opposite of north is south.'), ('Who wrote Moby-Dick?', 'Moby-Dick was written by Herman Melville.'), ('Who wrote Hamlet?', 'Hamlet was written by William Shakespeare.')]
STEPS = {
 'make a cup of tea': ['Boil fresh water.', 'Put a tea bag into a cup.', 'Pour the water over it.', 'Wait three to five minutes.', 'Take out the tea bag and add milk or sugar if you like.'],
 'boil an egg': ['Bring water to the boil in a small pot.', 'Lower the egg in with a spoon.', 'Wait six minutes for a soft egg or ten for a hard one.', 'Cool it under cold water.'],
 'cook rice': ['Rinse one cup of rice.', 'Add two cups of water and a pinch of salt.', 'Bring it to the boil.', 'Cover it and let it simmer for about fifteen minutes.', 'Let it rest for five minutes.'],
 'make pancakes': ['Mix flour, milk, eggs and a pinch of salt.', 'Let the batter rest for ten minutes.', 'Heat a little butter in a pan.', 'Pour in a thin layer and bake both sides until golden.'],
 'plant a tree': ['Dig a hole twice as wide as the roots.', 'Set the tree in the middle.', 'Fill the hole with soil and press it down.', 'Water it well.', 'Tie it to a stake if the place is windy.'],
 'wash a car': ['Rinse off the loose dirt.', 'Wash it from top to bottom with soapy water.', 'Rinse it again.', 'Dry it with a soft cloth.'],
 'change a light bulb': ['Switch off the power.', 'Let the old bulb cool down.', 'Unscrew it.', 'Screw in the new bulb.', 'Switch the power on again.'],
 'write a letter': ['Put the date at the top.', 'Greet the reader.', 'Say in one sentence why you write.', 'Give the details.', 'Close politely and sign.'],
 'prepare for a test': ['Find out what will be asked.', 'Make a plan with short sessions.', 'Practise with old questions.', 'Sleep well the night before.'],
 'fix a flat bicycle tyre': ['Take off the wheel.', 'Pull out the inner tube.', 'Find the hole with the help of water.', 'Patch it and let it dry.', 'Put everything back and pump up the tyre.'],
 'pack for a short trip': ['Write a list.', 'Choose clothes for the weather.', 'Pack medicine and a charger.', 'Keep your papers where you can reach them.'],
 'start a small garden': ['Choose a sunny place.', 'Loosen the soil and add compost.', 'Sow easy plants such as lettuce or beans.', 'Water them in the morning.', 'Pull out weeds every week.'],
 'calm down when I am nervous': ['Breathe in slowly and out even more slowly.', 'Name five things that you see.', 'Drink some water.', 'Do the first small step of your task.'],
 'learn new words': ['Learn a few words a day.', 'Use each in a sentence of your own.', 'Repeat them the next day and again a week later.', 'Read texts in which they occur.'],
 'back up my files': ['Decide which folders matter.', 'Copy them to an external disk.', 'Check that the copy opens.', 'Repeat it every week and keep one copy in another place.'],
 'choose a strong password': ['Use at least four random words or sixteen characters.', 'Use a different password for each account.', 'Keep them in a password manager.', 'Never send one by mail.'],
 'clean a keyboard': ['Switch the computer off.', 'Turn the keyboard over and tap it gently.', 'Wipe the keys with a slightly damp cloth.', 'Let it dry before you use it.'],
 'take better notes': ['Write the date and the topic.', 'Note key points, not whole sentences.', 'Mark open questions.', 'Read them again the same evening.'],
}
WORDS = ('time year people way day man thing woman life child world school state family student group country problem hand part place case week company system program question work government number night '
 'point home water room mother area money story fact month lot right study book eye job word business issue side kind head house service friend father power hour game line end member law car city community name president team minute idea '
 'body information back parent face others level office door health person art war history party result change morning reason research girl guy moment air teacher force education garden river bridge window market letter summer winter '
 'paper music island forest mountain village picture table kitchen engine doctor farmer captain stone silver golden yellow purple simple quiet gentle clever bright sudden narrow heavy empty hungry early').split()
