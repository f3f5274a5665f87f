package dev.upswell.sequence;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The native library that trains networks: an optional part, looked for when it is first needed and never fetched.
///
/// It is unpacked into the folder that the system property `DJL_CACHE_DIR` names, or into the system's temporary folder, is
/// loaded once per process, computes on one thread so that sums keep their order, and reports to nobody. Scoring does
/// without it.
///
/// **cost** the first load of a folder unpacks 430 MB there, later ones take a second · **errors** none: where it cannot be
/// loaded it is absent, with the reason.
public final class PyTorch {

    private static final String FOLDER = "DJL_CACHE_DIR";
    private static final Object TURN = new Object();

    private static @Nullable Loaded loaded;

    private PyTorch() {
    }

    private record Loaded(@Nullable Engine engine, @Nullable String absence) {
    }

    /// Whether the native library came with this process; it is not loaded yet, so this costs nothing.
    public static boolean isInstalled() {
        return PyTorch.class.getClassLoader().getResource("native/lib/pytorch.properties") != null;
    }

    /// Why nothing can be trained here; empty where PyTorch is there.
    public static Optional<String> absence() {
        return Optional.ofNullable(loaded().absence());
    }

    /// Does work that needs the library, one at a time: it has one collector of gradients for the whole process.
    ///
    /// **errors** `IllegalStateException` where PyTorch is absent.
    static <T> T run(Work<T> work) {
        synchronized (TURN) {
            Loaded found = loaded();
            Engine engine = found.engine();
            if (engine == null) {
                throw new IllegalStateException("PyTorch must be there to train a sequence model: " + found.absence()
                        + "\nMaybe ask absence() first, or add the optional part.");
            }
            return work.on(engine);
        }
    }

    /// Something computed by the library.
    interface Work<T> {
        T on(Engine engine);
    }

    private static Loaded loaded() {
        synchronized (TURN) {
            if (loaded == null) {
                loaded = load();
            }
            return loaded;
        }
    }

    private static Loaded load() {
        String natives = System.getProperty("java.io.tmpdir") + "/upswell-pytorch";
        System.setProperty(FOLDER, System.getProperty(FOLDER, natives));
        // a library of the library would otherwise write to the home folder
        System.setProperty("jna.tmpdir", System.getProperty("jna.tmpdir", System.getProperty("java.io.tmpdir")));
        // nothing is fetched, and nobody is told that the library runs
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        try {
            return new Loaded(Engine.getEngine("PyTorch"), null);
        } catch (EngineException | IllegalStateException | IllegalArgumentException | LinkageError e) {
            return new Loaded(null, reason(e));
        }
    }

    /// The innermost cause says what is wrong; the outer ones only that something is.
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message.lines().findFirst().orElse(message);
    }
}
