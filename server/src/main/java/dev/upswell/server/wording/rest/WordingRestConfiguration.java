package dev.upswell.server.wording.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs a [dev.upswell.server.wording.Wordings] bean, a clock and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({PromptsResource.class, WordingResource.class})
public class WordingRestConfiguration {
}
