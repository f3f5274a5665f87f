package dev.upswell.server.narrative.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages of narratives; need [dev.upswell.server.narrative.Narratives] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({NarrativesController.class, NarrativeSection.class, NarrativeThemeSection.class, CollisionsController.class})
public class NarrativePagesConfiguration {
}
