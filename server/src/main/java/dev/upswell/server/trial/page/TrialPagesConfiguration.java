package dev.upswell.server.trial.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages of trials; need [dev.upswell.server.trial.Trials], [dev.upswell.server.trial.FollowedAdvice],
/// [dev.upswell.server.trial.ReportFormats] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({TrialsController.class, AdviceController.class})
public class TrialPagesConfiguration {
}
