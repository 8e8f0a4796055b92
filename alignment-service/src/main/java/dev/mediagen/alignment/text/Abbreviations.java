package dev.mediagen.alignment.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Words that end with a point in mid-sentence, of all languages at once: callers seldom say which theirs is. What is
/// also a common word (`no`, `art`, `set`, `est`) is missing.
final class Abbreviations {
    private static final String ENGLISH = """
            mr mrs ms mx dr prof sr jr st mt ft col gen lt sgt capt cpt cmdr adm maj brig rev hon gov sen rep amb
            messrs esq vs etc e.g i.e cf al approx ca dept inc ltd corp co bros assn univ ave blvd rd hwy
            vol vols pp trans nos fig figs eq ext tel jan feb apr jun jul aug sept oct nov
            tue tues thu thurs fri u.s u.k u.n e.u d.c a.m p.m b.c a.d ph.d m.d b.a m.a m.sc b.sc
            """;
    private static final String GERMAN = """
            hr hrn fr frl dipl z.b z.t d.h u.a u.ä u.u i.d.r o.ä v.a s.o s.u bzw usw ggf evtl inkl exkl zzgl vgl
            ca ungef nr str bd jh jhd kap abs zit hrsg geb gest verh v.chr n.chr mrd tsd std sog bspw rd bzgl
            einschl gem ggü lt s.a st stellv ugs urspr wg jan feb apr aug sept okt nov dez
            """;
    private static final String FRENCH = """
            mm mme mmes mlle mlles mgr pr vve p.ex c.-à-d c.à.d cf env éd etc fig ibid janv févr avr juil déc
            chap tél av bd boul n.b apr av.j.-c
            """;
    private static final String SPANISH = """
            sra sres sras srta dña ud uds vd vds ee.uu p.ej pág págs núm núms aprox avda admón cía dto excmo ilmo
            izq dcha tfno lic abr a.c d.c gral
            """;
    private static final String ITALIAN = """
            sig sigg sig.ra sig.na dott dott.ssa prof.ssa avv arch geom egr gent.mo spett ecc p.es pag
            pagg tel c.a a.c d.c giu lug sett ott s.p.a s.r.l n.b
            """;
    private static final String PORTUGUESE = """
            sra srs sras srta dra drs dras exmo exma ilmo profa enga pça pág págs séc núm aprox p.ex fev
            abr dez ltda cia depto obs
            """;
    private static final String RUSSIAN = """
            г гг в вв т.е т.д т.п т.к т.н и.о ул пр пл д корп кв стр рис см ср напр др проф акад доц тыс млн млрд руб
            коп н.э до.н.э тел обл р-н респ гл изд прим янв февр апр авг сент окт нояб дек
            """;
    private static final Set<String> ALL = Arrays.stream(
                    String.join(" ", ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, RUSSIAN)
                            .strip()
                            .split("\\s+"))
            .collect(Collectors.toUnmodifiableSet());

    private Abbreviations() {}

    /// @param word without its last point
    static boolean isOne(String word) {
        return ALL.contains(word.toLowerCase(Locale.ROOT));
    }
}
