package dev.mediagen.worker.mary;

import dev.mediagen.worker.english.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import marytts.config.MaryConfig;
import marytts.datatypes.MaryData;
import marytts.datatypes.MaryDataType;
import marytts.features.FeatureProcessorManager;
import marytts.features.FeatureRegistry;
import marytts.language.en.PronunciationModel;
import marytts.language.en.Prosody;
import marytts.modules.AcousticModeller;
import marytts.modules.JPhonemiser;
import marytts.modules.MaryModule;
import marytts.modules.ModuleRegistry;
import marytts.modules.OpenNLPPosTagger;
import marytts.modules.Synthesis;
import marytts.modules.TargetFeatureLister;
import marytts.modules.synthesis.Voice;
import org.w3c.dom.Document;

/// English, spoken by MaryTTS' voice cmu-slt-hsmm: its modules between words and samples, run one after the other.
/// MaryTTS' own start-up is not used: it would load the server, the cache and a tokeniser that is not on Maven
/// Central, take over log4j and find classes by name. The registry behind the modules is static: one instance per
/// class loader. Threads may share it, as in Mary's server. Whoever speaks declares MaryTTS, which is optional here.
public final class MaryModules {
    private static final String VOICE = "cmu-slt-hsmm";
    private static MaryModules started;

    private final List<MaryModule> analysis;
    private final Synthesis synthesis = new Synthesis();

    private MaryModules() throws Exception {
        analysis = List.of(
                new OpenNLPPosTagger("en", "en.pos"),
                new JPhonemiser("en_US."),
                new Prosody(),
                new PronunciationModel(),
                new AcousticModeller());
    }

    /// Loads the voice; 1 to 3 s the first time.
    ///
    /// @throws Exception whatever MaryTTS throws
    public static synchronized MaryModules start() throws Exception {
        if (started == null) {
            var modules = new MaryModules();
            modules.load();
            started = modules;
        }
        return started;
    }

    private void load() throws Exception {
        // its configurations are found through the context class loader
        Thread.currentThread().setContextClassLoader(MaryConfig.class.getClassLoader());
        var settings = MaryConfig.getMainConfig().getProperties();
        settings.setProperty("synthesizers.classes.list", "marytts.modules.synthesis.HMMSynthesizer");
        settings.setProperty("audioeffects.classes.list", "");
        FeatureRegistry.setFeatureProcessorManager(Locale.US, new FeatureProcessorManager("en_US"));
        analysis.forEach(MaryModules::register);
        register(new MeasuredEngine());
        register(new TargetFeatureLister());
        register(synthesis);
        ModuleRegistry.setRegistrationComplete();
        for (var module : ModuleRegistry.getAllModules()) {
            if (module.getState() == MaryModule.MODULE_OFFLINE) module.startup();
        }
    }

    private static void register(MaryModule module) {
        ModuleRegistry.registerModule(module, module.getLocale(), null);
    }

    /// Computes on the calling thread.
    ///
    /// @param shaping what is to sound otherwise than the voice would have it
    /// @throws Exception whatever MaryTTS throws
    public Utterance say(Sentence sentence, Consumer<Acoustics> shaping) throws Exception {
        var acoustics = analyse(MaryText.words(sentence));
        shaping.accept(new Acoustics(acoustics));
        var spoken = synthesise(acoustics);
        return new Utterance(MaryAudio.samples(spoken), MaryText.sounds(spoken.getDocument()));
    }

    /// @param words MaryXML of type WORDS
    /// @return MaryXML of type ACOUSTPARAMS: sounds with lengths and pitch
    private Document analyse(Document words) throws Exception {
        var data = new MaryData(MaryDataType.get("WORDS"), Locale.US);
        data.setDocument(words);
        for (var module : analysis) {
            data.setDefaultVoice(voice());
            data = module.process(data);
        }
        return data.getDocument();
    }

    /// Speaks; the lengths in the document become those of the audio.
    private MaryData synthesise(Document acoustics) throws Exception {
        var data = new MaryData(MaryDataType.ACOUSTPARAMS, Locale.US);
        data.setDocument(acoustics);
        data.setDefaultVoice(voice());
        MaryAudio.prepare(data, voice());
        return synthesis.process(data);
    }

    private static Voice voice() {
        return Voice.getVoice(VOICE);
    }
}
