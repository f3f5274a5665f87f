/// Documents set as PDF: blocks become pieces with a height, pieces fill pages, a pen draws them.
@NullMarked
package dev.upswell.server.report.pdf;

import org.jspecify.annotations.NullMarked;
