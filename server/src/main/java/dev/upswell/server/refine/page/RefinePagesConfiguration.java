package dev.upswell.server.refine.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The page of this slice; needs a [dev.upswell.server.refine.Refinements] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(RefinementsController.class)
public class RefinePagesConfiguration {
}
