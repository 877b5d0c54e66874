import Casework

/// What the Handreiking of 2022 and the program's own list of rules hold, for tests of what cites them.
public enum Handreiking {
  /// Its paragraphs; chapter 5 lists addresses and has none.
  public static let sections: Set<String> = {
    let paragraphs = [1: 12, 2: 12, 3: 9, 4: 4].flatMap { chapter, count in (1...count).map { "\(chapter).\($0)" } }
    return Set(paragraphs).union(["5"])
  }()

  /// Every rule that the program is to have, built or still to come.
  public static let rules: Set<RuleID> = Set(
    """
    aanmelding.besluit aanmelding.verlenging aanmelding.mondeling aanmelding.onderzoek aanmelding.andere-school
    aanmelding.motivering aanmelding.niet-behandeld aanmelding.bezwaar
    ondersteuning.overleg leerling.gezag opp.opstellen opp.onderdelen opp.instemming opp.overleg opp.hoorrecht
    opp.evaluatie opp.evaluatie.ouders opp.bijstelling opp.rod opp.voortgang opp.reeds-geboden aanvraag.opp opp.zorg
    opp.toets opp.gelezen opp.afsluiten opp.basis
    toestemming.ontbreekt toestemming.algemeen toestemming.verloopt toestemming.bevestigen toestemming.schriftelijk
    uitwisseling.informeren onderzoek.toestemming onderzoek.informeren onderzoek.uitkomst aanvraag.handtekening
    mdo.ouders inzage.verzoek
    verzuim.16uur verzuim.nadert verzuim.langdurig verzuim.luxe verzuim.ziek-twijfel verzuim.ziek-vaak
    verzuim.langdurig-geoorloofd verzuim.contact verzuim.onbekend verlof.tien-dagen verlof.vakantie deeltijd.eindigt
    schorsing.duur schorsing.inspectie afstand.criteria groep.niet-geregistreerd school.kalender
    medisch.toestemming medisch.bestuur medisch.vrijwillig medisch.bekwaam medisch.herzien medisch.onderzoek
    tlv.opp tlv.deskundigen tlv.akkoord tlv.verloopt tlv.regio tlv.sbo-leeftijd tlv.bezwaar tlv.vervoer
    verwijdering.school geschil.motivering cluster12.besluit
    vo.gesprek vo.okr advies.heroverweging toets.ontheffing overdracht.leraar contact.stil dossier.zonder-datum
    bewaren.dossier bewaren.verwezen bewaren.verzuim school.sop school.aanbod school.plan-swv actie arrangement.eindigt
    """.split { $0.isWhitespace }.map { RuleID(String($0)) })
}
