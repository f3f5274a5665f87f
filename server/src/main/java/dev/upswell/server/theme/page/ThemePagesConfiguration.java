package dev.upswell.server.theme.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages of themes; need [dev.upswell.server.theme.Themes] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({ThemesController.class, NamesController.class, DivergencesController.class})
public class ThemePagesConfiguration {
}
