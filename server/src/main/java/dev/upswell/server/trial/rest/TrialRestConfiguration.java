package dev.upswell.server.trial.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The endpoints of trials; need [dev.upswell.server.trial.Trials], [dev.upswell.server.trial.FollowedAdvice],
/// [dev.upswell.server.trial.ReportFormats] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({TrialsResource.class, AdviceResource.class})
public class TrialRestConfiguration {
}
