package dev.upswell.server.evaluate.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST endpoints of this slice; needs a [dev.upswell.server.evaluate.Evaluations] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(EvaluationsResource.class)
public class EvaluationRestConfiguration {
}
