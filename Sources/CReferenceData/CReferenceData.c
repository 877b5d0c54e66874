// Written by `make data`; change Data/ and run it again.
#include "CReferenceData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

const struct crd_file crd_files[] = {
    {"kalender/feestdagen.json", (const unsigned char[]){
#embed "../../Data/kalender/feestdagen.json" suffix(, 0)
    }},
    {"kalender/vakanties.json", (const unsigned char[]){
#embed "../../Data/kalender/vakanties.json" suffix(, 0)
    }},
    {"naslag/aandachtspunten.json", (const unsigned char[]){
#embed "../../Data/naslag/aandachtspunten.json" suffix(, 0)
    }},
    {"naslag/afkortingen.json", (const unsigned char[]){
#embed "../../Data/naslag/afkortingen.json" suffix(, 0)
    }},
    {"naslag/geld.json", (const unsigned char[]){
#embed "../../Data/naslag/geld.json" suffix(, 0)
    }},
    {"naslag/niveaus.json", (const unsigned char[]){
#embed "../../Data/naslag/niveaus.json" suffix(, 0)
    }},
    {"naslag/organisaties.json", (const unsigned char[]){
#embed "../../Data/naslag/organisaties.json" suffix(, 0)
    }},
    {"naslag/stappen.json", (const unsigned char[]){
#embed "../../Data/naslag/stappen.json" suffix(, 0)
    }},
    {"naslag/toezicht.json", (const unsigned char[]){
#embed "../../Data/naslag/toezicht.json" suffix(, 0)
    }},
    {"naslag/vragen.json", (const unsigned char[]){
#embed "../../Data/naslag/vragen.json" suffix(, 0)
    }},
    {"oefenschool/dossiers.json", (const unsigned char[]){
#embed "../../Data/oefenschool/dossiers.json" suffix(, 0)
    }},
    {"oefenschool/gebruikers.json", (const unsigned char[]){
#embed "../../Data/oefenschool/gebruikers.json" suffix(, 0)
    }},
    {"oefenschool/groepen.json", (const unsigned char[]){
#embed "../../Data/oefenschool/groepen.json" suffix(, 0)
    }},
    {"oefenschool/kalender.json", (const unsigned char[]){
#embed "../../Data/oefenschool/kalender.json" suffix(, 0)
    }},
    {"oefenschool/leerlingen.json", (const unsigned char[]){
#embed "../../Data/oefenschool/leerlingen.json" suffix(, 0)
    }},
    {"oefenschool/notities.json", (const unsigned char[]){
#embed "../../Data/oefenschool/notities.json" suffix(, 0)
    }},
    {"oefenschool/school.json", (const unsigned char[]){
#embed "../../Data/oefenschool/school.json" suffix(, 0)
    }},
    {"regels/aanmelding.andere-school.json", (const unsigned char[]){
#embed "../../Data/regels/aanmelding.andere-school.json" suffix(, 0)
    }},
    {"regels/aanmelding.besluit.json", (const unsigned char[]){
#embed "../../Data/regels/aanmelding.besluit.json" suffix(, 0)
    }},
    {"regels/aanmelding.bezwaar.json", (const unsigned char[]){
#embed "../../Data/regels/aanmelding.bezwaar.json" suffix(, 0)
    }},
    {"regels/aanmelding.cluster12.json", (const unsigned char[]){
#embed "../../Data/regels/aanmelding.cluster12.json" suffix(, 0)
    }},
    {"regels/aanmelding.mondeling.json", (const unsigned char[]){
#embed "../../Data/regels/aanmelding.mondeling.json" suffix(, 0)
    }},
    {"regels/aanmelding.motivering.json", (const unsigned char[]){
#embed "../../Data/regels/aanmelding.motivering.json" suffix(, 0)
    }},
    {"regels/aanmelding.niet-behandeld.json", (const unsigned char[]){
#embed "../../Data/regels/aanmelding.niet-behandeld.json" suffix(, 0)
    }},
    {"regels/aanmelding.onderzoek.json", (const unsigned char[]){
#embed "../../Data/regels/aanmelding.onderzoek.json" suffix(, 0)
    }},
    {"regels/aanmelding.tijdelijk.json", (const unsigned char[]){
#embed "../../Data/regels/aanmelding.tijdelijk.json" suffix(, 0)
    }},
    {"regels/aanmelding.verlenging.json", (const unsigned char[]){
#embed "../../Data/regels/aanmelding.verlenging.json" suffix(, 0)
    }},
    {"regels/aanvraag.handtekening.json", (const unsigned char[]){
#embed "../../Data/regels/aanvraag.handtekening.json" suffix(, 0)
    }},
    {"regels/aanvraag.opp.json", (const unsigned char[]){
#embed "../../Data/regels/aanvraag.opp.json" suffix(, 0)
    }},
    {"regels/actie.json", (const unsigned char[]){
#embed "../../Data/regels/actie.json" suffix(, 0)
    }},
    {"regels/advies.heroverweging.json", (const unsigned char[]){
#embed "../../Data/regels/advies.heroverweging.json" suffix(, 0)
    }},
    {"regels/afstand.criteria.json", (const unsigned char[]){
#embed "../../Data/regels/afstand.criteria.json" suffix(, 0)
    }},
    {"regels/arrangement.eindigt.json", (const unsigned char[]){
#embed "../../Data/regels/arrangement.eindigt.json" suffix(, 0)
    }},
    {"regels/bewaren.dossier.json", (const unsigned char[]){
#embed "../../Data/regels/bewaren.dossier.json" suffix(, 0)
    }},
    {"regels/bewaren.verwezen.json", (const unsigned char[]){
#embed "../../Data/regels/bewaren.verwezen.json" suffix(, 0)
    }},
    {"regels/bewaren.verzuim.json", (const unsigned char[]){
#embed "../../Data/regels/bewaren.verzuim.json" suffix(, 0)
    }},
    {"regels/cluster12.besluit.json", (const unsigned char[]){
#embed "../../Data/regels/cluster12.besluit.json" suffix(, 0)
    }},
    {"regels/contact.stil.json", (const unsigned char[]){
#embed "../../Data/regels/contact.stil.json" suffix(, 0)
    }},
    {"regels/deeltijd.eindigt.json", (const unsigned char[]){
#embed "../../Data/regels/deeltijd.eindigt.json" suffix(, 0)
    }},
    {"regels/dossier.zonder-datum.json", (const unsigned char[]){
#embed "../../Data/regels/dossier.zonder-datum.json" suffix(, 0)
    }},
    {"regels/gedeeld.json", (const unsigned char[]){
#embed "../../Data/regels/gedeeld.json" suffix(, 0)
    }},
    {"regels/geschil.motivering.json", (const unsigned char[]){
#embed "../../Data/regels/geschil.motivering.json" suffix(, 0)
    }},
    {"regels/groep.niet-geregistreerd.json", (const unsigned char[]){
#embed "../../Data/regels/groep.niet-geregistreerd.json" suffix(, 0)
    }},
    {"regels/inzage.verzoek.json", (const unsigned char[]){
#embed "../../Data/regels/inzage.verzoek.json" suffix(, 0)
    }},
    {"regels/leerling.gezag.json", (const unsigned char[]){
#embed "../../Data/regels/leerling.gezag.json" suffix(, 0)
    }},
    {"regels/mdo.ouders.json", (const unsigned char[]){
#embed "../../Data/regels/mdo.ouders.json" suffix(, 0)
    }},
    {"regels/medisch.bekwaam.json", (const unsigned char[]){
#embed "../../Data/regels/medisch.bekwaam.json" suffix(, 0)
    }},
    {"regels/medisch.bestuur.json", (const unsigned char[]){
#embed "../../Data/regels/medisch.bestuur.json" suffix(, 0)
    }},
    {"regels/medisch.herzien.json", (const unsigned char[]){
#embed "../../Data/regels/medisch.herzien.json" suffix(, 0)
    }},
    {"regels/medisch.onderzoek.json", (const unsigned char[]){
#embed "../../Data/regels/medisch.onderzoek.json" suffix(, 0)
    }},
    {"regels/medisch.toestemming.json", (const unsigned char[]){
#embed "../../Data/regels/medisch.toestemming.json" suffix(, 0)
    }},
    {"regels/medisch.vrijwillig.json", (const unsigned char[]){
#embed "../../Data/regels/medisch.vrijwillig.json" suffix(, 0)
    }},
    {"regels/ondersteuning.overleg.json", (const unsigned char[]){
#embed "../../Data/regels/ondersteuning.overleg.json" suffix(, 0)
    }},
    {"regels/onderzoek.informeren.json", (const unsigned char[]){
#embed "../../Data/regels/onderzoek.informeren.json" suffix(, 0)
    }},
    {"regels/onderzoek.toestemming.json", (const unsigned char[]){
#embed "../../Data/regels/onderzoek.toestemming.json" suffix(, 0)
    }},
    {"regels/onderzoek.uitkomst.json", (const unsigned char[]){
#embed "../../Data/regels/onderzoek.uitkomst.json" suffix(, 0)
    }},
    {"regels/opp.afsluiten.json", (const unsigned char[]){
#embed "../../Data/regels/opp.afsluiten.json" suffix(, 0)
    }},
    {"regels/opp.basis.json", (const unsigned char[]){
#embed "../../Data/regels/opp.basis.json" suffix(, 0)
    }},
    {"regels/opp.bijstelling.json", (const unsigned char[]){
#embed "../../Data/regels/opp.bijstelling.json" suffix(, 0)
    }},
    {"regels/opp.evaluatie.json", (const unsigned char[]){
#embed "../../Data/regels/opp.evaluatie.json" suffix(, 0)
    }},
    {"regels/opp.evaluatie.ouders.json", (const unsigned char[]){
#embed "../../Data/regels/opp.evaluatie.ouders.json" suffix(, 0)
    }},
    {"regels/opp.gelezen.json", (const unsigned char[]){
#embed "../../Data/regels/opp.gelezen.json" suffix(, 0)
    }},
    {"regels/opp.hoorrecht.gids.json", (const unsigned char[]){
#embed "../../Data/regels/opp.hoorrecht.gids.json" suffix(, 0)
    }},
    {"regels/opp.hoorrecht.json", (const unsigned char[]){
#embed "../../Data/regels/opp.hoorrecht.json" suffix(, 0)
    }},
    {"regels/opp.instemming.json", (const unsigned char[]){
#embed "../../Data/regels/opp.instemming.json" suffix(, 0)
    }},
    {"regels/opp.onderdelen.json", (const unsigned char[]){
#embed "../../Data/regels/opp.onderdelen.json" suffix(, 0)
    }},
    {"regels/opp.opstellen.json", (const unsigned char[]){
#embed "../../Data/regels/opp.opstellen.json" suffix(, 0)
    }},
    {"regels/opp.overleg.json", (const unsigned char[]){
#embed "../../Data/regels/opp.overleg.json" suffix(, 0)
    }},
    {"regels/opp.reeds-geboden.json", (const unsigned char[]){
#embed "../../Data/regels/opp.reeds-geboden.json" suffix(, 0)
    }},
    {"regels/opp.rod.json", (const unsigned char[]){
#embed "../../Data/regels/opp.rod.json" suffix(, 0)
    }},
    {"regels/opp.toets.json", (const unsigned char[]){
#embed "../../Data/regels/opp.toets.json" suffix(, 0)
    }},
    {"regels/opp.voortgang.json", (const unsigned char[]){
#embed "../../Data/regels/opp.voortgang.json" suffix(, 0)
    }},
    {"regels/opp.zorg.json", (const unsigned char[]){
#embed "../../Data/regels/opp.zorg.json" suffix(, 0)
    }},
    {"regels/overdracht.leraar.json", (const unsigned char[]){
#embed "../../Data/regels/overdracht.leraar.json" suffix(, 0)
    }},
    {"regels/school.aanbod.json", (const unsigned char[]){
#embed "../../Data/regels/school.aanbod.json" suffix(, 0)
    }},
    {"regels/school.kalender.json", (const unsigned char[]){
#embed "../../Data/regels/school.kalender.json" suffix(, 0)
    }},
    {"regels/school.plan-swv.json", (const unsigned char[]){
#embed "../../Data/regels/school.plan-swv.json" suffix(, 0)
    }},
    {"regels/school.sop.json", (const unsigned char[]){
#embed "../../Data/regels/school.sop.json" suffix(, 0)
    }},
    {"regels/schorsing.duur.json", (const unsigned char[]){
#embed "../../Data/regels/schorsing.duur.json" suffix(, 0)
    }},
    {"regels/schorsing.inspectie.json", (const unsigned char[]){
#embed "../../Data/regels/schorsing.inspectie.json" suffix(, 0)
    }},
    {"regels/tlv.akkoord.json", (const unsigned char[]){
#embed "../../Data/regels/tlv.akkoord.json" suffix(, 0)
    }},
    {"regels/tlv.bezwaar.json", (const unsigned char[]){
#embed "../../Data/regels/tlv.bezwaar.json" suffix(, 0)
    }},
    {"regels/tlv.deskundigen.json", (const unsigned char[]){
#embed "../../Data/regels/tlv.deskundigen.json" suffix(, 0)
    }},
    {"regels/tlv.opp.json", (const unsigned char[]){
#embed "../../Data/regels/tlv.opp.json" suffix(, 0)
    }},
    {"regels/tlv.regio.json", (const unsigned char[]){
#embed "../../Data/regels/tlv.regio.json" suffix(, 0)
    }},
    {"regels/tlv.sbo-leeftijd.json", (const unsigned char[]){
#embed "../../Data/regels/tlv.sbo-leeftijd.json" suffix(, 0)
    }},
    {"regels/tlv.verloopt.json", (const unsigned char[]){
#embed "../../Data/regels/tlv.verloopt.json" suffix(, 0)
    }},
    {"regels/tlv.vervoer.json", (const unsigned char[]){
#embed "../../Data/regels/tlv.vervoer.json" suffix(, 0)
    }},
    {"regels/toestemming.algemeen.json", (const unsigned char[]){
#embed "../../Data/regels/toestemming.algemeen.json" suffix(, 0)
    }},
    {"regels/toestemming.bevestigen.json", (const unsigned char[]){
#embed "../../Data/regels/toestemming.bevestigen.json" suffix(, 0)
    }},
    {"regels/toestemming.ontbreekt.json", (const unsigned char[]){
#embed "../../Data/regels/toestemming.ontbreekt.json" suffix(, 0)
    }},
    {"regels/toestemming.schriftelijk.json", (const unsigned char[]){
#embed "../../Data/regels/toestemming.schriftelijk.json" suffix(, 0)
    }},
    {"regels/toestemming.verloopt.json", (const unsigned char[]){
#embed "../../Data/regels/toestemming.verloopt.json" suffix(, 0)
    }},
    {"regels/toets.ontheffing.json", (const unsigned char[]){
#embed "../../Data/regels/toets.ontheffing.json" suffix(, 0)
    }},
    {"regels/uitwisseling.informeren.json", (const unsigned char[]){
#embed "../../Data/regels/uitwisseling.informeren.json" suffix(, 0)
    }},
    {"regels/verlof.tien-dagen.json", (const unsigned char[]){
#embed "../../Data/regels/verlof.tien-dagen.json" suffix(, 0)
    }},
    {"regels/verlof.vakantie.json", (const unsigned char[]){
#embed "../../Data/regels/verlof.vakantie.json" suffix(, 0)
    }},
    {"regels/verwijdering.school.json", (const unsigned char[]){
#embed "../../Data/regels/verwijdering.school.json" suffix(, 0)
    }},
    {"regels/verzuim.16uur.json", (const unsigned char[]){
#embed "../../Data/regels/verzuim.16uur.json" suffix(, 0)
    }},
    {"regels/verzuim.contact.json", (const unsigned char[]){
#embed "../../Data/regels/verzuim.contact.json" suffix(, 0)
    }},
    {"regels/verzuim.langdurig-geoorloofd.json", (const unsigned char[]){
#embed "../../Data/regels/verzuim.langdurig-geoorloofd.json" suffix(, 0)
    }},
    {"regels/verzuim.langdurig.json", (const unsigned char[]){
#embed "../../Data/regels/verzuim.langdurig.json" suffix(, 0)
    }},
    {"regels/verzuim.luxe.json", (const unsigned char[]){
#embed "../../Data/regels/verzuim.luxe.json" suffix(, 0)
    }},
    {"regels/verzuim.nadert.json", (const unsigned char[]){
#embed "../../Data/regels/verzuim.nadert.json" suffix(, 0)
    }},
    {"regels/verzuim.onbekend.json", (const unsigned char[]){
#embed "../../Data/regels/verzuim.onbekend.json" suffix(, 0)
    }},
    {"regels/verzuim.ziek-twijfel.json", (const unsigned char[]){
#embed "../../Data/regels/verzuim.ziek-twijfel.json" suffix(, 0)
    }},
    {"regels/verzuim.ziek-vaak.json", (const unsigned char[]){
#embed "../../Data/regels/verzuim.ziek-vaak.json" suffix(, 0)
    }},
    {"regels/vo.gesprek.json", (const unsigned char[]){
#embed "../../Data/regels/vo.gesprek.json" suffix(, 0)
    }},
    {"regels/vo.okr.json", (const unsigned char[]){
#embed "../../Data/regels/vo.okr.json" suffix(, 0)
    }},
    {"verwijzing/stroom.json", (const unsigned char[]){
#embed "../../Data/verwijzing/stroom.json" suffix(, 0)
    }},
    {"verwijzing/toetsen.json", (const unsigned char[]){
#embed "../../Data/verwijzing/toetsen.json" suffix(, 0)
    }},
    {0, 0},
};
