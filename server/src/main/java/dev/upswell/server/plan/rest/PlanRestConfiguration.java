package dev.upswell.server.plan.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The endpoints of the planner; need [dev.upswell.server.plan.Planner] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(PlannerResource.class)
public class PlanRestConfiguration {
}
