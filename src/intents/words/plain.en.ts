/** Everyday words that are neither a misspelt command nor a misspelt name. */
export const plainWords = `able about above across actually advance afternoon afternoons again against ago agency
agree air all almost along alone already also although always amount another answer any anybody anyhow anyone anything
anyway area arrange around arrive aside assist audit august autumn available average away baby back bad bag bank base
basic basis beautiful because become bed before began begin beginning behind being believe below beside best better
between big bike birthday bit black board boat body book books boss bottom box boy brand break bridge brief bring
broken brother brought budget build building bus business busy but buy buyer cake calendar call called calm came
campaign campaigns car card care careful case cases catch cause certain chair chance change charge chat cheap check
child choice choose christmas circle city class clean clear clearly client clients climb clock close clothes cloud
club coffee cold collect colleague come comes coming common company complete computer concern conference consider
contact contain contract contracts control cook copy corner correct cost costs could count country couple course court
cover covering crew crowd current customer customers cut daily data date day days dead deal dealing deals dear
december decide deck deep delay deliver demand department depend describe desk detail develop difference different
difficult dinner direct director do document documents does dog doing done door double doubt down draft draw drink
drive driver driving drop dry due during duty each early earth easily easter easy eat edge editor effect either else
email emails emergency end enough entire entry equal especially even evening event events ever every exact exactly
example except expect expense expenses experience explain extra eye face fact factory fail fair fall false family
famous far farm fast father february feel feet felt festival few field fight figure figures file files fill film final
finally find fine finish finished fire first fit five flat floor flow flyer flyers folder follow following food foot
for force forecast foreign forget form former forward found four free freeze fresh friday friend from front full fun
further future game garden gate gave general get gift girl give given glad glass goal goes going gold gone good got
great green ground group grow guess guest guide guy guys had hair half hall hand handle hands happen happy hard has
have head headset health hear heard heart heavy held help helping her here hers high hill him hiring his hit hold
holiday home hope hospital hot hotel hour hours house how however huge human hundred idea image important in include
including indeed individual inform information inner inside instead intern interns internal interview into invoice
invoices island issue item its itself january job join joined joining july june just keep kept key kickoff kid kind
king kitchen knew know known lady land language laptop large last late lately later laugh law lay lead learn least
leave leaving left less let letter level library lie life light like likely limited line link list listen little live
local long longer look lose lost lot love low lunch machine made mail main make making man manage many map march mark
market matter may maybe mean means meant meet meeting meetings member men mention message met middle might migration
mind mine minute minutes miss missing mistake moment monday money month months more morning most mother move moved
moving much music must name named names near nearly need needed never new news newsletter next nice night nine no
nobody none noon north not note notes nothing november now number object october of off offer office often oh old on
once one only onto open order other others ought our out outside over own owner page paid pain paper parental part
partly party pass past pay people per percent perhaps period person phone photo pick picture piece place plain plan
planning planner plans plant play please plenty plus point policy poor possible post power practice prepare present
press pretty price print printer private problem process product production program project projects promise proper
prototype provide public pull purpose push put quarter question questions quick quickly quite rain raise ran rather
reach read reading ready real realise really reason receive recent recently red refer regular release remain remember
remind rent replace reply report reporting reports rest retention return returned review reviews rich ride right river
road role room round rule run running sad safe said sale same sat saturday save saw say saying says school season seat
second section see seem seems seen self sell send sense sent september serious serve service set seven several shall
shape share she shift ship shop short should show side sign signal silly similar since single sister sit site six size
skin sleep slow small snow so social some somebody someone something sometimes somewhere son song soon sort sound
south space speak special spell spend spoke spring staff stage stand standing start started starting starts state
station stay step still stock stocktake stood stop store story straight street strong student study success successful
stuff subject such sudden suggest summer sun sunday supply support supports supposed sure system table take taken
takes taking talk tall task tax team tell ten tender term test testing text than thank that the their them themselves
then there these they thing things think third this those though thought thousand three through throughout thursday
time times title to today together told tomorrow tonight too took tool top total touch toward town track trade train
training travel tree trip trouble true try trying tuesday turn twelve twenty two type typing under understand unit
until up update upon us use used useful user users usual usually vacation value very view visit visitor voice wait
waiting walk wall want war warm was watch water way we wear weather website wednesday week weekend weeks welcome well
went were west wet what when where whether which while white who whole why wide wife will win wind window winter wish
with within without woman wonder word words work worked worker workers working works workshop world worry would write
writing written wrong wrote yard year years yellow yes yesterday yet young your yours yourself client's lisbon
hannover berlin helpdesk roster seats colleague's tool's weeks days project's covers customer's gateway already
connects packaging thing onboarding onboards reps badge cover deadline launch presentation proposal quarter-end
quarterly rollout server servers shared sprint stakeholder supplier suppliers support temp temporary vendor vendors
videos video web website wiki rota shifts rotation relocation handover maternity paternity sick`;
