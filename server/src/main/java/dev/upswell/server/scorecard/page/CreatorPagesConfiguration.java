package dev.upswell.server.scorecard.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controllers of the pages of creators; need [dev.upswell.server.scorecard.Scorecards],
/// [dev.upswell.server.scorecard.Pseudonyms] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({CreatorsController.class, CreatorController.class, WeightsController.class})
public class CreatorPagesConfiguration {
}
