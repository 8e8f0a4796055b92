package dev.mediagen.image.sandbox.scene;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something that a prompt may speak of and a scene can show. Words match by their beginning; a word that ends in a
/// dot matches whole.
public enum Motif {
    SUN("""
            sun dawn morning noon solar heat summer hope optimis"""),
    MOON("""
            moon night star. stars. midnight lunar evening dream sleep"""),
    STORM("""
            storm rain. rains. rainy rainstorm thunder lightning hurricane flood crisis war. conflict
            tornado"""),
    SNOW("""
            snow winter ice. icy arctic polar frost glacier antarctic ski. cold."""),
    MOUNTAIN("""
            mountain peak alp. alps. alpine summit hill. hills. everest volcano climb valley record."""),
    SEA("""
            sea. seas. ocean wave coast beach harbour harbor island water lake river port. marine fish
            whale coral tide canal shore"""),
    DESERT("""
            desert drought sahara sand. sands. dune mars. arid"""),
    CITY("""
            city cities urban skyline tower street downtown metropol capital berlin london paris tokyo york
            traffic housing skyscraper building"""),
    VILLAGE("""
            village town church house home farm cottage rural school castle bakery cafe café windmill"""),
    FOREST("""
            forest tree wood. woods. jungle park nature climate environment rainforest autumn oak."""),
    FLOWER("""
            flower garden spring. bloom. blooms. blooming roses. lily lilies sunflower meadow blossom tulip
            bee. bees. harvest"""),
    SHIP("""
            ship boat sail cargo ferry fleet. fleets. navy yacht vessel container voyage trade."""),
    SPACE("""
            space rocket planet galaxy cosmos cosmic astronaut orbit nasa satellite telescope universe
            launch comet"""),
    ROBOT("""
            robot ai. artificial machine android automat algorithm chip. chips. computer tech digital
            quantum software neural cyber model."""),
    PEOPLE("""
            people crowd man. woman women men. child family worker protest president minister team player
            election vote king. kings. queen dancer student teacher human leader farmer fans. artist girl
            boy. doctor friend citizen"""),
    ECONOMY("""
            econom market stock bank inflation money trade. price growth business budget tax euro. dollar
            invest finance financ profit bitcoin crypto rates."""),
    BIRD("""
            bird dove peace eagle freedom gull crow. crows. swan flight migrat wing flying airplane
            aircraft""");

    private final List<String> words;

    Motif(String words) {
        this.words = List.of(words.split("\\s+"));
    }

    /// The motif of a word, if any.
    public static Optional<Motif> of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(motif -> motif.words.stream().anyMatch(known -> matches(lower, known)))
                .findFirst();
    }

    private static boolean matches(String word, String known) {
        return known.endsWith(".")
                ? word.length() == known.length() - 1 && known.startsWith(word)
                : word.startsWith(known);
    }
}
