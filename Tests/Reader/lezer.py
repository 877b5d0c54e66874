#!/usr/bin/env python3
"""Een tweede lezer van een school van Passend, geschreven uit docs/bestandsformaat.md en uit niets anders.

Hij schrijft niets in de map. Wat hij toont en met welke code hij stopt, staat in het laatste hoofdstuk van dat document.
"""

import argparse
import base64
import datetime
import hashlib
import json
import os
import pathlib
import re
import stat
import sys
import unicodedata

from nacl import bindings as sodium
from nacl import exceptions
from nacl import pwhash

GROEP = {"leerling", "opp", "verzuim", "gesprekken", "medisch"}
ZORG = {"gezin", "aanmelding", "ondersteuning", "onderzoek", "toestemmingen", "verwijzing", "overgang"}
MAGIE = bytes.fromhex("50415353454e4401")
BLOK = 4096
KENMERK = re.compile(r"[0-9a-f]{32}")
TIJDSTIP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
SCHOOLJAAR = r"\d{4}-\d{4}"


class Fout(Exception):
    """Een bestand is beschadigd, gewijzigd of verwisseld; de tekst zegt wat."""


class NietLeesbaar(Exception):
    """Deze gebruiker heeft de sleutel niet; dat is geen schade."""


class Einde(Exception):
    """De lezer stopt met deze code, met een zin voor stderr."""

    def __init__(self, code, zin=""):
        super().__init__(zin)
        self.code, self.zin = code, zin


# --- de bouwstenen van de tabel in "Afspraken in dit stuk"


def som(bericht, sleutel=b""):
    return hashlib.blake2b(bericht, key=sleutel, digest_size=32).digest()


def afgeleid(sleutel, naam):
    return som(naam.encode(), sleutel)


def open_zegel(sleutel, bij, zegel):
    try:
        return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(zegel[24:], bij, zegel[:24], sleutel)
    except (exceptions.CryptoError, exceptions.TypeError, exceptions.ValueError):
        raise Fout("het zegel gaat niet open") from None


def open_gegeven(paar, gegeven):
    try:
        return sodium.crypto_box_seal_open(gegeven, *paar)
    except (exceptions.CryptoError, exceptions.TypeError, exceptions.ValueError):
        raise Fout("de gegeven sleutel gaat niet open") from None


def ondertekend(openbaar, doel, bericht, teken):
    try:
        sodium.crypto_sign_open(teken + doel.encode() + bericht, openbaar)
    except (exceptions.CryptoError, exceptions.TypeError, exceptions.ValueError):
        raise Fout("de handtekening klopt niet") from None


def ontvangpaar(zaad):
    return sodium.crypto_box_seed_keypair(zaad)


# --- strikt lezen


def strikt(tekst, getal=int):
    """Strikt JSON: één voorwerp, in UTF-8, zonder dubbele sleutels, losse surrogaten en U+0000."""

    def uniek(paren):
        gevonden = {}
        for sleutel, waarde in paren:
            if unicodedata.normalize("NFC", sleutel) in gevonden:
                raise Fout(f"de sleutel {sleutel} staat er twee keer")
            gevonden[unicodedata.normalize("NFC", sleutel)] = waarde
        return gevonden

    def geen_getal(woord):
        raise Fout(f"{woord} is geen JSON")

    try:
        geheel = tekst.decode("utf-8")
        if geheel.startswith("\ufeff"):
            raise Fout("het begint met een byte order mark")
        voorwerp = json.loads(geheel, object_pairs_hook=uniek, parse_constant=geen_getal, parse_int=getal, parse_float=str)
        json.dumps(voorwerp, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise Fout("het is geen strikt JSON") from None
    if not isinstance(voorwerp, dict) or heeft_nul(voorwerp):
        raise Fout("het is geen strikt JSON-voorwerp")
    return voorwerp


def heeft_nul(waarde):
    if isinstance(waarde, str):
        return "\0" in waarde
    if isinstance(waarde, dict):
        return any(heeft_nul(sleutel) or heeft_nul(lid) for sleutel, lid in waarde.items())
    return isinstance(waarde, list) and any(map(heeft_nul, waarde))


def bytes_van(pad):
    """De bytes van een gewoon bestand; een koppeling wordt nooit gevolgd."""
    try:
        if not stat.S_ISREG(os.lstat(pad).st_mode):
            raise Fout("het is geen gewoon bestand")
        return pad.read_bytes()
    except FileNotFoundError:
        raise Fout("het ontbreekt") from None
    except OSError as reden:
        raise Fout(f"het is niet te lezen: {reden.strerror}") from None


def veld(inhoud, naam, soort):
    waarde = inhoud.get(naam)
    if not isinstance(waarde, soort) or isinstance(waarde, bool):
        raise Fout(f"{naam} ontbreekt of is iets anders")
    return waarde


def kenmerk(inhoud, naam):
    waarde = veld(inhoud, naam, str)
    if not KENMERK.fullmatch(waarde):
        raise Fout(f"{naam} is geen kenmerk")
    return waarde


def tijdstip(inhoud, naam):
    waarde = veld(inhoud, naam, str)
    if not TIJDSTIP.fullmatch(waarde):
        raise Fout(f"{naam} is geen tijdstip")
    return waarde


def base64_van(inhoud, naam, lengte):
    try:
        waarde = base64.b64decode(veld(inhoud, naam, str), validate=True)
    except ValueError:
        raise Fout(f"{naam} is geen Base64") from None
    if len(waarde) != lengte:
        raise Fout(f"{naam} heeft een andere lengte")
    return waarde


def hex_van(tekst, lengte):
    if not re.fullmatch(f"[0-9a-f]{{{2 * lengte}}}", tekst):
        raise Fout("de handtekening heeft een andere vorm")
    return bytes.fromhex(tekst)


class Getekend:
    """Een getekend bestand: `{"inhoud":…,"teken":"…"}`."""

    BEGIN, SCHEIDING, SLOT = b'{"inhoud":', b',"teken":"', b'"}'

    def __init__(self, ruw):
        plek = ruw.rfind(self.SCHEIDING)
        if not ruw.startswith(self.BEGIN) or not ruw.endswith(self.SLOT) or plek < len(self.BEGIN):
            raise Fout("het heeft niet de vorm van een getekend bestand")
        self.ruw = ruw[len(self.BEGIN) : plek]
        self.teken = ruw[plek + len(self.SCHEIDING) : -len(self.SLOT)].decode("ascii", "replace")
        self.inhoud = strikt(self.ruw)
        if veld(self.inhoud, "formaat", int) != 1:
            raise Fout("het is van een nieuwere versie")

    @classmethod
    def bestand(cls, pad):
        return cls(bytes_van(pad).removesuffix(b"\n"))

    def controleer(self, openbaar, doel):
        """Tegen een openbare sleutel; in een open school is het teken een som."""
        if openbaar is None:
            if hex_van(self.teken, 32) != som(self.ruw):
                raise Fout("de som klopt niet")
        else:
            ondertekend(openbaar, doel, self.ruw, hex_van(self.teken, 64))


# --- sleutels


class Toegang:
    """toegang.json: wie er zijn, in welke rol, en welke kringen."""

    def __init__(self, pad):
        bestand = Getekend.bestand(pad)
        self.inhoud = bestand.inhoud
        self.school = kenmerk(self.inhoud, "school")
        wijze = veld(self.inhoud, "wijze", str)
        if wijze not in ("verzegeld", "open"):
            raise Fout("wijze is onbekend")
        self.is_open = wijze == "open"
        self.wortel = None if self.is_open else base64_van(self.inhoud, "wortel", 32)
        bestand.controleer(self.wortel, "passend/toegang/1\n")
        self.gebruikers = {kenmerk(wie, "id"): wie for wie in veld(self.inhoud, "gebruikers", list)}
        self.kringen = {kenmerk(kring, "id"): kring for kring in self.inhoud.get("kringen", [])}

    def wie(self, login):
        for id, gebruiker in self.gebruikers.items():
            if gebruiker.get("login") == login and any("tot" not in rol for rol in veld(gebruiker, "rollen", list)):
                return id
        return None

    def rol(self, id, op):
        """De rol van een gebruiker op een tijdstip; niets waar hij er geen had."""
        gevonden = None
        for rol in veld(self.gebruikers.get(id, {}), "rollen", list):
            if tijdstip(rol, "vanaf") <= op and ("tot" not in rol or op < tijdstip(rol, "tot")):
                gevonden = veld(rol, "rol", str)
        return gevonden

    def tekensleutel(self, id):
        if id not in self.gebruikers:
            raise Fout("wie dit schreef, staat niet in toegang.json")
        return None if self.is_open else base64_van(self.gebruikers[id], "tekensleutel", 32)


class Kring:
    """Wat uit een kringzaad volgt."""

    def __init__(self, zaad, beschrijving):
        self.ontvangen = ontvangpaar(afgeleid(zaad, "passend/kring/ontvangen/1"))
        self.sleutels = afgeleid(zaad, "passend/kring/sleutels/1")
        self.inhoud = afgeleid(zaad, "passend/kring/inhoud/1")
        if self.ontvangen[0] != base64_van(beschrijving, "sleutel", 32):
            raise Fout("de kring is verwisseld")


class Sleutels:
    """Alles onder sleutels/: eerst nagekeken zonder wachtzin, dan geopend met die van één gebruiker."""

    def __init__(self, map, toegang):
        self.map, self.toegang, self.fouten, self.stop = map, toegang, {}, False
        self.bundels = self._lees("gebruikers", self._bundel)
        self.leden = self._lees("kringen", self._kringbestand)
        self.bossen = self._lees("dossiers", self._bos)
        if os.path.lexists(map / "sleutels/wortel.json"):
            self._probeer("sleutels/wortel.json", self._wortel)
        for id in toegang.kringen:
            if id not in self.leden:
                self.fouten.setdefault(f"sleutels/kringen/{id}.json", "het ontbreekt")
                self.stop = True

    def _probeer(self, pad, lezen, *rest):
        try:
            return lezen(self.map / pad, *rest)
        except Fout as fout:
            self.fouten[pad] = str(fout)
            return None

    def _lees(self, soort, lezen):
        gelezen = {}
        for naam in zichtbaar(self.map / "sleutels" / soort):
            pad = f"sleutels/{soort}/{naam}"
            inhoud = self._probeer(pad, lezen, naam.removesuffix(".json"))
            if inhoud is not None:
                gelezen[naam.removesuffix(".json")] = inhoud
        return gelezen

    def _van_school(self, bestand, naam, id):
        if kenmerk(bestand.inhoud, "school") != self.toegang.school:
            raise Fout("het is van een andere school")
        if id is not None and kenmerk(bestand.inhoud, naam) != id:
            raise Fout("het is verwisseld met een ander")
        return bestand.inhoud

    def _bundel(self, pad, id):
        bestand = Getekend.bestand(pad)
        inhoud = self._van_school(bestand, "gebruiker", id)
        bestand.controleer(self.toegang.tekensleutel(id), "passend/bundel/1\n")
        argon = veld(inhoud, "argon2id", dict)
        base64_van(argon, "zout", 16)
        if not 1 <= veld(argon, "rondes", int) <= 16 or not 8192 <= veld(argon, "geheugen", int) <= 2147483648:
            raise Fout("argon2id valt buiten wat mag")
        base64_van(inhoud, "geheim", 136)
        return inhoud

    def _kringbestand(self, pad, id):
        bestand = Getekend.bestand(pad)
        inhoud = self._van_school(bestand, "kring", id)
        if id not in self.toegang.kringen:
            raise Fout("de kring staat niet in toegang.json")
        bestand.controleer(self.toegang.wortel, "passend/kring/1\n")
        return veld(inhoud, "leden", list)

    def _wortel(self, pad):
        bestand = Getekend.bestand(pad)
        self._van_school(bestand, "", None)
        bestand.controleer(self.toegang.wortel, "passend/wortel/1\n")

    def _bos(self, pad, id):
        bestand = Getekend.bestand(pad)
        inhoud = self._van_school(bestand, "dossier", id)
        door = kenmerk(inhoud, "door")
        bestand.controleer(self.toegang.tekensleutel(door), "passend/sleutelbos/1\n")
        if self.toegang.rol(door, tijdstip(inhoud, "op")) != "ib":
            raise Fout("de sleutelbos is geschreven zonder recht")
        veld(inhoud, "sleutels", list)
        return inhoud

    def eist(self, gebruiker):
        """Of de eigen bundel goed is; zonder haar is er niets te openen."""
        pad = f"sleutels/gebruikers/{gebruiker}.json"
        if gebruiker not in self.bundels:
            self.fouten.setdefault(pad, "het ontbreekt")
            self.stop = True

    def open_met(self, gebruiker, wachtzin):
        """Opent de bundel, de kringen, de padsleutel en de sleutelbossen, in die volgorde."""
        self.gebruiker, self.kringen, self.dossiers = gebruiker, {}, {}
        bundel = self.bundels[gebruiker]
        argon, school = bundel["argon2id"], self.toegang.school
        sleutel = pwhash.argon2id.kdf(
            32, wachtzin, base64_van(argon, "zout", 16), opslimit=argon["rondes"], memlimit=argon["geheugen"])
        bij = f"passend/bundel/1\n{school}\n{gebruiker}\n{argon['zout']}\n{argon['rondes']}\n{argon['geheugen']}"
        try:
            geheim = open_zegel(sleutel, bij.encode(), base64_van(bundel, "geheim", 136))
        except Fout:
            raise Einde(3, "De wachtzin past niet. Er is niets veranderd; probeer het nog eens.") from None
        ontvangzaad, tekenzaad, wortel = geheim[:32], geheim[32:64], geheim[64:]
        self.paar = ontvangpaar(ontvangzaad)
        self._vereist(f"sleutels/gebruikers/{gebruiker}.json", self._eigen, tekenzaad)
        self._vereist("toegang.json", self._volgt_op, wortel)
        for id, leden in self.leden.items():
            self._vereist(f"sleutels/kringen/{id}.json", self._als_lid, id, leden)
        via = {id: kring for id, kring in self.kringen.items() if self.toegang.kringen[id].get("soort") == "zorg"}
        for id, leden in self.leden.items():
            self._vereist(f"sleutels/kringen/{id}.json", self._als_kring, id, leden, via)
        if not self.stop:
            self._vereist("toegang.json", self._padsleutel)
        for leerling, bos in self.bossen.items():
            self._probeer_bos(leerling, bos)

    def _vereist(self, pad, stap, *rest):
        try:
            stap(*rest)
        except Fout as fout:
            self.fouten.setdefault(pad, str(fout))
            self.stop = True

    def _eigen(self, tekenzaad):
        wie = self.toegang.gebruikers[self.gebruiker]
        tekent = sodium.crypto_sign_seed_keypair(tekenzaad)[0]
        if self.paar[0] != base64_van(wie, "sleutel", 32) or tekent != base64_van(wie, "tekensleutel", 32):
            raise Fout("de bundel is verwisseld")

    def _volgt_op(self, wortel):
        for stap in self.toegang.inhoud.get("opvolging", []):
            if base64_van(stap, "van", 32) == wortel:
                nieuw = base64_van(stap, "naar", 32)
                ondertekend(wortel, "passend/opvolging/1\n", nieuw, hex_van(veld(stap, "teken", str), 64))
                wortel = nieuw
        if wortel != self.toegang.wortel:
            raise Fout("het is door een ander gemaakt: de wortel is niet die van deze gebruiker")

    def _als_lid(self, id, leden):
        for lid in leden:
            if lid.get("gebruiker") == self.gebruiker:
                zaad = open_gegeven(self.paar, base64_van(lid, "omhuld", 80))
                self.kringen[id] = Kring(zaad, self.toegang.kringen[id])

    def _als_kring(self, id, leden, via):
        for lid in leden:
            kring = via.get(lid.get("kring"))
            if kring is None or id in self.kringen:
                continue
            bij = f"passend/omhuld/1\n{self.toegang.school}\n{id}\n{lid['kring']}"
            zaad = open_zegel(kring.sleutels, bij.encode(), base64_van(lid, "omhuld", 72))
            self.kringen[id] = Kring(zaad, self.toegang.kringen[id])

    def _padsleutel(self):
        bij = f"passend/padsleutel/1\n{self.toegang.school}".encode()
        for id, kring in self.kringen.items():
            if self.toegang.kringen[id].get("soort") == "staf":
                try:
                    self.padsleutel = open_zegel(kring.sleutels, bij, base64_van(self.toegang.inhoud, "padsleutel", 72))
                    return
                except Fout:
                    continue
        raise Fout("de padsleutel gaat niet open")

    def _probeer_bos(self, leerling, bos):
        """Per sleutel: bij welke leerling, welke klasse, en de bytes waar deze gebruiker haar heeft."""
        try:
            gevonden = {}
            for sleutel in bos["sleutels"]:
                id, klasse, bytes_ = kenmerk(sleutel, "id"), veld(sleutel, "klasse", str), None
                for omhuld in veld(sleutel, "voor", list):
                    kring = self.kringen.get(kenmerk(omhuld, "kring"))
                    if kring is not None and bytes_ is None:
                        bij = f"passend/omhuld/1\n{self.toegang.school}\n{leerling}\n{klasse}\n{id}\n{omhuld['kring']}"
                        bytes_ = open_zegel(kring.sleutels, bij.encode(), base64_van(omhuld, "omhuld", 72))
                gevonden[id] = (klasse, bytes_)
            self.dossiers[leerling] = gevonden
        except Fout as fout:
            self.fouten.setdefault(f"sleutels/dossiers/{leerling}.json", str(fout))

    def is_lid(self, kring, gebruiker):
        return any(lid.get("gebruiker") == gebruiker for lid in self.leden.get(kring, []))


# --- plaatsen


class Plaats:
    """Wat een bestand is, waar het staat, en waarmee het verzegeld hoort te zijn."""

    def __init__(self, tekst):
        self.tekst = tekst
        self.leerling = self.groep = self.schooljaar = self.gebruiker = self.klasse = self.kring = None
        self.is_gegeven = False
        id = "([0-9a-f]{32})"
        vormen = [
            (r"(school|kalender)", self._wortel),
            (r"uitstel", self._schooluitstel),
            (rf"groepen/{id}/(uitstel-)?({SCHOOLJAAR})", self._groepsbestand),
            (rf"leerlingen/{id}/([a-z-]+)", self._tabblad),
            (rf"leerlingen/{id}/vertrouwelijk/{id}", self._vertrouwelijk),
            (rf"noodkaarten/{id}", self._noodkaart),
            (rf"notities/{id}/{id}", self._notitie),
        ]
        for vorm, maak in vormen:
            gevonden = re.fullmatch(vorm, tekst)
            if gevonden:
                maak(*gevonden.groups())
                return
        raise Fout("de plaats bestaat niet")

    def _wortel(self, naam):
        self.map, self.sectie, self.kring = "", naam, "staf"

    def _schooluitstel(self):
        self.map, self.sectie, self.kring = "", "uitstel", "zorg"

    def _groepsbestand(self, groep, uitstel, jaar):
        if int(jaar[5:]) != int(jaar[:4]) + 1:
            raise Fout("het schooljaar bestaat niet")
        self.map, self.groep, self.schooljaar, self.kring = f"groepen/{groep}/", groep, jaar, "groep"
        self.sectie = "uitstel" if uitstel else "groepsregistratie"

    def _tabblad(self, leerling, naam):
        self.map, self.leerling = f"leerlingen/{leerling}/", leerling
        if naam in ("uitstel-groep", "uitstel-zorg"):
            self.sectie, self.klasse = "uitstel", naam.removeprefix("uitstel-")
        elif naam in GROEP | ZORG:
            self.sectie, self.klasse = naam, "groep" if naam in GROEP else "zorg"
        else:
            raise Fout("de plaats bestaat niet")

    def _vertrouwelijk(self, leerling, _):
        self.map, self.leerling, self.sectie = f"leerlingen/{leerling}/", leerling, "vertrouwelijk"
        self.kring, self.is_gegeven = "zorg", True

    def _noodkaart(self, leerling):
        self.map, self.leerling, self.sectie, self.klasse = "noodkaarten/", leerling, "noodkaart", "staf"

    def _notitie(self, gebruiker, _):
        self.map, self.gebruiker, self.sectie, self.is_gegeven = f"notities/{gebruiker}/", gebruiker, "notitie", True

    def pad(self, padsleutel):
        return f"{self.map}{som(self.tekst.encode(), padsleutel)[:16].hex()}.zegel"


# --- inhoud


class Kop:
    """Een envelop in haar delen, met de vorm al nagekeken."""

    def __init__(self, ruw):
        lengte = int.from_bytes(ruw[8:12], "big")
        begin = 12 + lengte
        verzegeld = len(ruw) - begin - 24 - 16 - 64
        if not ruw.startswith(MAGIE) or len(ruw) < 12 or verzegeld < BLOK or verzegeld % BLOK:
            raise Fout("het is geen hele envelop")
        self.bij, self.zegel, self.teken, self.getekend = ruw[:begin], ruw[begin:-64], ruw[-64:], ruw[:-64]
        kop = strikt(ruw[12:begin])
        if veld(kop, "formaat", int) != 1:
            raise Fout("het is van een nieuwere versie")
        self.school, self.schrijver, self.sleutel = (kenmerk(kop, naam) for naam in ("school", "schrijver", "sleutel"))
        self.pad, self.op = veld(kop, "pad", str), tijdstip(kop, "op")
        self.revisie = hex_van(veld(kop, "revisie", str), 32)
        self.geheim = base64_van(kop, "geheim", 80) if "geheim" in kop else None


class Lezer:
    """Leest de inhoud van een verzegelde school met de sleutels van één gebruiker."""

    def __init__(self, map, sleutels):
        self.map, self.sleutels, self.toegang = map, sleutels, sleutels.toegang

    def lees(self, pad):
        """De tekst van een inhoudsbestand, na de acht controles op hun volgorde."""
        kop = Kop(bytes_van(self.map / pad))
        if kop.school != self.toegang.school or kop.pad != pad:
            raise Fout("het is verwisseld: het hoort ergens anders")
        ondertekend(self.toegang.tekensleutel(kop.schrijver), "passend/envelop/1\n", kop.getekend, kop.teken)
        sleutel = self._sleutel(kop)
        plaats, tekst = self._uitgepakt(open_zegel(sleutel, kop.bij, kop.zegel))
        if som(tekst, afgeleid(sleutel, "passend/revisie/1")) != kop.revisie:
            raise Fout("de revisie klopt niet")
        plaats = Plaats(plaats)
        self._hoort_hier(plaats, kop)
        self._mocht(plaats, kop)
        controleer_tekst(tekst, plaats.sectie)
        return tekst

    def _sleutel(self, kop):
        kringen = self.sleutels.kringen
        if kop.geheim is not None:
            if kop.sleutel == self.sleutels.gebruiker:
                return open_gegeven(self.sleutels.paar, kop.geheim)
            if kop.sleutel in kringen:
                return open_gegeven(kringen[kop.sleutel].ontvangen, kop.geheim)
        elif kop.sleutel in kringen:
            return kringen[kop.sleutel].inhoud
        else:
            for leerling in self._bossen_bij(kop.pad):
                _, bytes_ = self.sleutels.dossiers.get(leerling, {}).get(kop.sleutel, (None, None))
                if bytes_ is not None:
                    return bytes_
        raise NietLeesbaar

    def _bossen_bij(self, pad):
        delen = pad.split("/")
        return [delen[1]] if delen[0] == "leerlingen" else list(self.sleutels.dossiers) if delen[0] == "noodkaarten" else []

    @staticmethod
    def _uitgepakt(inhoud):
        vol = inhoud.rstrip(b"\0")
        begin = 2 + int.from_bytes(inhoud[:2], "big")
        if not vol.endswith(b"\x80") or begin > len(vol) - 1:
            raise Fout("de vulling klopt niet")
        try:
            return inhoud[2:begin].decode("utf-8"), vol[begin:-1]
        except UnicodeDecodeError:
            raise Fout("de plaats is geen tekst") from None

    def _hoort_hier(self, plaats, kop):
        goed = plaats.pad(self.sleutels.padsleutel) == kop.pad and plaats.is_gegeven == (kop.geheim is not None)
        if plaats.klasse is not None:
            klasse, _ = self.sleutels.dossiers.get(plaats.leerling, {}).get(kop.sleutel, (None, None))
            goed = goed and klasse == plaats.klasse
        elif plaats.kring is not None:
            kring = self.toegang.kringen.get(kop.sleutel, {})
            goed = goed and kring.get("soort") == plaats.kring
            goed = goed and (kring.get("groep"), kring.get("schooljaar")) == (plaats.groep, plaats.schooljaar)
        else:
            goed = goed and kop.sleutel == plaats.gebruiker
        if not goed:
            raise Fout("het is verwisseld: plaats en sleutel horen niet bij elkaar")

    def _mocht(self, plaats, kop):
        rol = self.toegang.rol(kop.schrijver, kop.op)
        if plaats.sectie == "notitie":
            mag = rol is not None and kop.schrijver == plaats.gebruiker
        elif rol == "ib":
            mag = True
        elif rol == "leraar":
            mag = self._mocht_als_leraar(plaats, kop)
        else:
            mag = False
        if not mag:
            raise Fout("het is geschreven zonder recht")

    def _mocht_als_leraar(self, plaats, kop):
        if plaats.sectie == "noodkaart":
            return True
        if plaats.leerling is not None:
            return plaats.klasse != "zorg" and self._eigen_leerling(plaats.leerling, kop)
        return plaats.groep is not None and self._eigen_groep(plaats, kop)

    def _eigen_leerling(self, leerling, kop):
        bos = self.sleutels.bossen.get(leerling)
        if bos is None:
            return False
        laatste = [sleutel for sleutel in bos["sleutels"] if sleutel["klasse"] == "groep"][-1:]
        kringen = [voor["kring"] for sleutel in laatste for voor in sleutel["voor"]]
        kringen += [eerder["kring"] for eerder in bos.get("eerder", []) if nog_net(tijdstip(eerder, "tot"), kop.op)]
        return any(self.sleutels.is_lid(kring, kop.schrijver) for kring in kringen)

    def _eigen_groep(self, plaats, kop):
        return any(
            (kring.get("groep"), kring.get("schooljaar")) == (plaats.groep, plaats.schooljaar)
            and ("vervallen" not in kring or nog_net(tijdstip(kring, "vervallen"), kop.op))
            and self.sleutels.is_lid(id, kop.schrijver)
            for id, kring in self.toegang.kringen.items())


class OpenLezer:
    """Leest een open school: elk bestand is zijn eigen tekst, en zijn naam is zijn plaats."""

    def __init__(self, map):
        self.map = map

    def lees(self, pad):
        tekst = bytes_van(self.map / pad)
        if not pad.endswith(".json"):
            raise Fout("de naam is geen plaats")
        controleer_tekst(tekst, Plaats(pad.removesuffix(".json")).sectie)
        return tekst


def nog_net(einde, op):
    """Of een tijdstip hoogstens 24 uur na dit einde ligt."""
    vorm = "%Y-%m-%dT%H:%M:%SZ"
    try:
        laatste = datetime.datetime.strptime(einde, vorm) + datetime.timedelta(hours=24)
        return datetime.datetime.strptime(op, vorm) <= laatste
    except (ValueError, OverflowError):
        raise Fout("een tijdstip bestaat niet") from None


def controleer_tekst(tekst, sectie):
    voorwerp = strikt(tekst, getal=str)
    if voorwerp.get("sectie") != sectie:
        raise Fout("de sectie hoort niet bij de plaats")
    versie = voorwerp.get("versie")
    if not isinstance(versie, str) or not re.fullmatch(r"[1-9]\d*\.(0|[1-9]\d*)", versie):
        raise Fout("de versie is geen versie")


# --- mappen


def zichtbaar(map):
    try:
        return sorted(naam for naam in os.listdir(map) if not naam.startswith("."))
    except (FileNotFoundError, NotADirectoryError):
        return []


def inhoudsbestanden(map, is_open):
    """De paden van alle inhoudsbestanden die er nu staan."""
    paden = [naam for naam in zichtbaar(map) if naam not in ("toegang.json", "slot", "bezig") and not is_map(map / naam)]
    mappen = ["noodkaarten"] + [f"{soort}/{id}" for soort in ("groepen", "leerlingen", "notities") for id in zichtbaar(map / soort)]
    if is_open:
        mappen += [f"leerlingen/{id}/vertrouwelijk" for id in zichtbaar(map / "leerlingen")]
    for onder in mappen:
        paden += [f"{onder}/{naam}" for naam in zichtbaar(map / onder) if not is_map(map / onder / naam)]
    return paden


def is_map(pad):
    return stat.S_ISDIR(os.lstat(pad).st_mode)


# --- journaal


class Keten:
    """De regels van één gebruiker op één apparaat, tot en met de eerste foute."""

    def __init__(self, map, naam, toegang):
        self.naam, self.toegang = naam, toegang
        self.sommen, self.hoofden, self.fout, self.laatste = [], {}, None, (f"journaal/{naam}", 0)
        self._nr, self._volg = 0, 0
        for jaar, pad in self._jaren(map):
            ruw = bytes_van(pad)
            regels = [regel for regel in ruw[: ruw.rfind(b"\n") + 1].split(b"\n") if regel]
            for nummer, regel in enumerate(regels, 1):
                self._neem(f"journaal/{naam}/{jaar}.jsonl", nummer, regel, regel is regels[-1])
                if self.fout:
                    return

    def _jaren(self, map):
        namen = [naam for naam in zichtbaar(map / "journaal" / self.naam) if re.fullmatch(r"\d+\.jsonl", naam)]
        return [(naam[:-6], map / "journaal" / self.naam / naam) for naam in sorted(namen, key=lambda naam: int(naam[:-6]))]

    def _neem(self, pad, nummer, regel, is_laatste):
        if is_laatste and b"\0" in regel:
            return
        try:
            self._controleer(regel)
            self.laatste = (pad, nummer)
        except Fout as fout:
            self.fout = {"pad": pad, "regel": nummer, "fout": str(fout)}

    def _controleer(self, regel):
        bestand = Getekend(regel)
        inhoud = bestand.inhoud
        if inhoud.get("school") != self.toegang.school or inhoud.get("keten") != self.naam:
            raise Fout("de regel is van een andere school of keten")
        if veld(inhoud, "nr", int) != self._nr + 1:
            raise Fout("er zijn regels weggehaald of verplaatst")
        if veld(inhoud, "volg", int) <= self._volg:
            raise Fout("de volgorde klopt niet")
        if inhoud.get("vorige") != (self.sommen[-1] if self.sommen else None):
            raise Fout("de regel ervoor is vervangen")
        bestand.controleer(self.toegang.tekensleutel(self.naam.split("-")[0]), "passend/journaal/1\n")
        self._nr, self._volg = inhoud["nr"], inhoud["volg"]
        self.sommen.append(som(regel).hex())
        for keten, laatste in veld(inhoud, "hoofden", dict).items():
            self.hoofden.setdefault(keten, []).append(laatste)


def journaal(map, toegang):
    """De eerste foute regel van elke keten; anders hoeveel regels er zijn."""
    ketens = {naam: Keten(map, naam, toegang) for naam in zichtbaar(map / "journaal")}
    gezien = {}
    for keten in ketens.values():
        for naam, sommen in keten.hoofden.items():
            gezien.setdefault(naam, set()).update(sommen)
    uit = []
    for naam in sorted(ketens.keys() | gezien.keys()):
        keten = ketens.get(naam)
        if keten is None:
            uit.append({"pad": f"journaal/{naam}", "regel": 0, "fout": "deze keten is weg"})
        elif keten.fout:
            uit.append(keten.fout)
        elif not gezien.get(naam, set()) <= set(keten.sommen):
            pad, regel = keten.laatste
            uit.append({"pad": pad, "regel": regel, "fout": "het eind van deze keten is weg"})
    return uit or [{"regels": sum(len(keten.sommen) for keten in ketens.values())}], 1 if uit else 0


# --- de opdracht


class Opdracht(argparse.ArgumentParser):
    def error(self, message):
        raise Einde(64, message)


def opdracht():
    lezer = Opdracht(description=__doc__.splitlines()[0])
    lezer.add_argument("--map", required=True, type=pathlib.Path)
    lezer.add_argument("--als", required=True)
    lezer.add_argument("--wachtwoord-fd", type=int)
    keuze = lezer.add_mutually_exclusive_group()
    keuze.add_argument("--lijst", action="store_true")
    keuze.add_argument("--toon", metavar="PAD")
    keuze.add_argument("--journaal", action="store_true")
    return lezer.parse_args()


def wachtzin_van(nummer):
    if nummer is None:
        raise Einde(64, "Zonder --wachtwoord-fd is er geen wachtzin.")
    try:
        with os.fdopen(nummer, "rb", closefd=False) as bron:
            regel = bron.readline().removesuffix(b"\n")
        return unicodedata.normalize("NFC", regel.decode("utf-8")).encode()
    except (OSError, UnicodeDecodeError):
        raise Einde(64, "De wachtzin is niet te lezen.") from None


def schrijf(regels, waar=None):
    for regel in regels:
        print(json.dumps(regel, ensure_ascii=False), file=waar or sys.stdout)


def regels_van(fouten):
    return [{"pad": pad, "fout": fout} for pad, fout in fouten.items()]


def op_pad(regel):
    return regel["pad"].encode()


def sleutels_van(keuze, toegang):
    """De sleutels van wie er vraagt; stopt waar er niets te vertrouwen is."""
    waar = sys.stderr if keuze.toon else sys.stdout
    gebruiker = toegang.wie(keuze.als)
    sleutels = Sleutels(keuze.map, toegang)
    if gebruiker is None:
        raise Einde(3, f"Er is geen gebruiker met de naam {keuze.als}.")
    sleutels.eist(gebruiker)
    if not sleutels.stop:
        sleutels.open_met(gebruiker, wachtzin_van(keuze.wachtwoord_fd))
    if sleutels.stop:
        schrijf(sorted(regels_van(sleutels.fouten), key=op_pad), waar)
        raise Einde(1)
    return sleutels


def lijst(lezer, paden, fouten):
    uit = regels_van(fouten)
    for pad in paden:
        try:
            uit.append({"pad": pad, "leesbaar": True, "sha256": hashlib.sha256(lezer.lees(pad)).hexdigest()})
        except NietLeesbaar:
            uit.append({"pad": pad, "leesbaar": False, "sha256": None})
        except Fout as fout:
            uit.append({"pad": pad, "fout": str(fout)})
    return sorted(uit, key=op_pad), 1 if any("fout" in regel for regel in uit) else 0


def toon(lezer, pad, paden, fouten):
    schrijf(regels_van(fouten), sys.stderr)
    if pad not in paden:
        raise Einde(64, f"Er is geen bestand {pad}.")
    try:
        sys.stdout.buffer.write(lezer.lees(pad))
    except NietLeesbaar:
        raise Einde(77, f"Voor {pad} heeft deze gebruiker geen sleutel.") from None
    except Fout as fout:
        schrijf([{"pad": pad, "fout": str(fout)}], sys.stderr)
        return 1
    return 1 if fouten else 0


def voer_uit(keuze):
    if not (keuze.map / "toegang.json").exists():
        raise Einde(64, f"In {keuze.map} staat geen school.")
    try:
        toegang = Toegang(keuze.map / "toegang.json")
    except Fout as fout:
        schrijf([{"pad": "toegang.json", "fout": str(fout)}], sys.stderr if keuze.toon else sys.stdout)
        return 1
    if toegang.is_open and toegang.wie(keuze.als) is None:
        raise Einde(3, f"Er is geen gebruiker met de naam {keuze.als}.")
    sleutels = None if toegang.is_open else sleutels_van(keuze, toegang)
    fouten = sleutels.fouten if sleutels else {}
    lezer = Lezer(keuze.map, sleutels) if sleutels else OpenLezer(keuze.map)
    paden = inhoudsbestanden(keuze.map, toegang.is_open)
    if keuze.toon:
        return toon(lezer, keuze.toon, paden, fouten)
    if keuze.journaal:
        regels, code = journaal(keuze.map, toegang)
        regels = sorted(regels_van(fouten), key=op_pad) + regels
        code = 1 if fouten else code
    else:
        regels, code = lijst(lezer, paden, fouten)
    schrijf(regels)
    return code


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    try:
        return voer_uit(opdracht())
    except Einde as einde:
        if einde.zin:
            print(einde.zin, file=sys.stderr)
        return einde.code


if __name__ == "__main__":
    sys.exit(main())
