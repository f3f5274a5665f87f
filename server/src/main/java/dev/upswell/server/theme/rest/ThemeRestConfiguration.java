package dev.upswell.server.theme.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The endpoints of themes; need [dev.upswell.server.theme.Themes] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({ThemesResource.class, CollisionsResource.class, DivergencesResource.class})
public class ThemeRestConfiguration {
}
