/// The pages of reports and branding.
@NullMarked
package dev.upswell.server.report.page;

import org.jspecify.annotations.NullMarked;
