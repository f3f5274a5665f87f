package dev.upswell.server.report.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// Where everything on a page lies: letters with their advance, paths and pictures.
final class Drawn extends PDFGraphicsStreamEngine {

    private final List<Rectangle2D> bounds = new ArrayList<>();
    private final GeneralPath path = new GeneralPath();
    private int pictures;

    private Drawn(PDPage page) {
        super(page);
    }

    static Drawn on(PDPage page) throws IOException {
        Drawn drawn = new Drawn(page);
        drawn.processPage(page);
        return drawn;
    }

    List<Rectangle2D> bounds() {
        return bounds;
    }

    int pictures() {
        return pictures;
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) {
        AffineTransform at = matrix.createAffineTransform();
        bounds.add(at.createTransformedShape(new Rectangle2D.Float(0, -0.2f, displacement.getX(), 0.9f)).getBounds2D());
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        moveTo((float) p0.getX(), (float) p0.getY());
        lineTo((float) p2.getX(), (float) p2.getY());
    }

    @Override
    public void drawImage(PDImage image) {
        pictures++;
        bounds.add(getGraphicsState().getCurrentTransformationMatrix().createAffineTransform()
                .createTransformedShape(new Rectangle2D.Float(0, 0, 1, 1)).getBounds2D());
    }

    @Override
    public void clip(int rule) {
        // Nothing is clipped in these documents.
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void endPath() {
        path.reset();
    }

    @Override
    public void strokePath() {
        end();
    }

    @Override
    public void fillPath(int rule) {
        end();
    }

    @Override
    public void fillAndStrokePath(int rule) {
        end();
    }

    @Override
    public void shadingFill(COSName name) {
        throw new AssertionError("no shading is drawn");
    }

    private void end() {
        bounds.add(path.getBounds2D());
        path.reset();
    }
}
