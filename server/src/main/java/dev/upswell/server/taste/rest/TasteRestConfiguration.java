package dev.upswell.server.taste.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The endpoints of taxonomies and profiles; need [dev.upswell.server.taste.Taxonomies], [dev.upswell.server.taste.Profiles] and the web
/// shell.
@Configuration(proxyBeanMethods = false)
@Import({TaxonomiesResource.class, ProfilesResource.class})
public class TasteRestConfiguration {
}
