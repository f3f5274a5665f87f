package dev.upswell.server.forecast.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs a [dev.upswell.server.forecast.Forecasts] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({ModelsResource.class, PredictionsResource.class, BacktestsResource.class,
        BacktestWorker.class, DriftResource.class})
public class ForecastRestConfiguration {
}
