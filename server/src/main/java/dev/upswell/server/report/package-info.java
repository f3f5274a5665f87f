/// Documents as PDF, HTML, Markdown and JSON in the branding of a tenant: made, kept and handed out.
@NullMarked
package dev.upswell.server.report;

import org.jspecify.annotations.NullMarked;
