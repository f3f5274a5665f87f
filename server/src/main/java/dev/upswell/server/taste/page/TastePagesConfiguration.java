package dev.upswell.server.taste.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages of taxonomies and profiles; need [dev.upswell.server.taste.Taxonomies], [dev.upswell.server.taste.Profiles] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({TaxonomyController.class, ProfilesController.class})
public class TastePagesConfiguration {
}
