package dev.mediagen.alignment.captions.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.alignment.captions.DefaultCaptions;
import dev.mediagen.alignment.captions.SampleAlignments;
import dev.mediagen.alignment.text.RandomTexts;
import java.io.StringReader;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class TtmlSchemaTest {
    private static final Schema SCHEMA = schema();

    @ParameterizedTest
    @MethodSource("texts")
    void ttmlIsValid(String text) {
        for (String language : new String[] {"en", "ar", "zh-Hant-TW", "pt_BR", null, "no language!"}) {
            String ttml =
                    DefaultCaptions.text(SampleAlignments.lively(text, new Random(1)), language, CaptionFormat.TTML);
            assertThatCode(() -> validate(ttml)).doesNotThrowAnyException();
        }
    }

    static Stream<String> texts() {
        return Stream.concat(
                RandomTexts.of(40), Stream.of("\u0000\u0008\ufffe\ud800 x", "مرحبا. كيف حالك؟", "]]> <!-- & \"'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml:lang", "begin", "ttp:contentProfiles", "<styling>", "region=\"bottom\""})
    void theSchemaSeesWhatIsMissing(String piece) {
        String ttml = DefaultCaptions.text(SampleAlignments.steady("Hello.", 0.1), "en", CaptionFormat.TTML);

        assertThatThrownBy(() -> validate(ttml.replace(piece, piece.replaceAll("[a-z]+(?=$|>|=)", "other"))))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void rightToLeftIsSaid() {
        assertThat(DefaultCaptions.text(SampleAlignments.steady("مرحبا", 0.1), "ar", CaptionFormat.TTML))
                .contains("xml:lang=\"ar\"")
                .contains("tts:direction=\"rtl\"");
    }

    private static void validate(String xml) throws Exception {
        SCHEMA.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(TtmlSchemaTest.class.getResource("/captions/ttml/ttml.xsd"));
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }
}
