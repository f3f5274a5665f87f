package dev.upswell.server.tuning;

import dev.upswell.server.refusal.Refused;

/// A search for better settings cannot be done now, for a reason that the person who asked can act on.
public final class TuningRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private TuningRefused(String what, String advice) {
        super(what, advice);
    }

    static TuningRefused busy() {
        return new TuningRefused("Another search for settings is running.", "Wait until it has ended, then try again.");
    }

    static TuningRefused tooLittleData(String task) {
        return new TuningRefused("There are too few surges of " + task
                + " to choose settings by and to confirm the choice.",
                "Import a longer or wider history, then try again; until then the usual settings are used.");
    }

    static TuningRefused unknown(String id) {
        return new TuningRefused("There is no search " + id + ".", "Run \"upswell tune list\" to see which there are.");
    }
}
