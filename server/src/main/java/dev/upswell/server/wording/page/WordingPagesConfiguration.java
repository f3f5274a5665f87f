package dev.upswell.server.wording.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The controller of the page of prompts; needs a [dev.upswell.server.wording.Wordings] bean, a clock and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(PromptsController.class)
public class WordingPagesConfiguration {
}
