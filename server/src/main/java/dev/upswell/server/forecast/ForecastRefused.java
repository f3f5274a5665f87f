package dev.upswell.server.forecast;

import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.server.refusal.Refused;

/// A forecast task cannot be done now, for a reason that the person who asked can act on.
public final class ForecastRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private ForecastRefused(Reason reason, String what, String advice) {
        super(what, advice);
        this.reason = reason;
    }

    /// Why it cannot be done.
    public enum Reason {
        /// The same kind of work is running for this tenant.
        BUSY,
        /// There are no readings, or too few.
        TOO_LITTLE_DATA,
        /// No model serves yet.
        NO_MODEL
    }

    static ForecastRefused busy(String work) {
        return new ForecastRefused(Reason.BUSY, "Another " + work + " is running.",
                "Wait until it has ended, then try again.");
    }

    static ForecastRefused tooLittleData(String what, String advice) {
        return new ForecastRefused(Reason.TOO_LITTLE_DATA, what, advice);
    }

    /// Nothing was read of what is to be foretold.
    static ForecastRefused noReadings(SurgeProtocol protocol) {
        String counter = protocol.counter().label().replaceFirst("s$", "");
        return tooLittleData("There are no " + counter + " counts of " + protocol.kind().label() + "s yet.", "Import some first: \"upswell import FILE\".");
    }

    static ForecastRefused noBacktest() {
        return tooLittleData("There is no backtest with predictions yet.", "Run \"upswell backtest\" first.");
    }

    static ForecastRefused otherWorld() {
        return tooLittleData("The truth holds no verdict of the oracle on what the newest backtest judged.",
                "Take the truth of the very world that was imported, and judge cuts of its judged days.");
    }

    static ForecastRefused noModel() {
        return new ForecastRefused(Reason.NO_MODEL, "No model has been trained yet.", "Run \"upswell train\" first.");
    }

    /// Why it cannot be done.
    public Reason reason() {
        return reason;
    }
}
