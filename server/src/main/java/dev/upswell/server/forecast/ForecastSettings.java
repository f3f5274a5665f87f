package dev.upswell.server.forecast;

import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.forecast.TrainSettings;

/// How this installation forecasts.
///
/// @param training protocol, trainers and code version; the same for training, backtest and outcomes
public record ForecastSettings(TrainSettings training) {

    /// The usual settings with this protocol and the version of the code that trains.
    public static ForecastSettings of(SurgeProtocol protocol, String codeVersion) {
        return new ForecastSettings(TrainSettings.STANDARD.protocol(protocol).codeVersion(codeVersion));
    }

    SurgeProtocol protocol() {
        return training.protocol();
    }

    static int horizonHours() {
        return (int) SurgeProtocol.HORIZON.toHours();
    }
}
