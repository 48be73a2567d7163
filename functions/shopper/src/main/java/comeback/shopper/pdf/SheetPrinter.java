package comeback.shopper.pdf;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** Draws sheets as PDF. The library is not touched before the first is asked for, so no other page waits for it. */
public final class SheetPrinter {
    /** The packed font has one weight; a stroke around its letters makes the other. */
    private static final float STROKE = 0.035f;

    private SheetPrinter() {}

    /** The sheet as a file. */
    public static byte[] print(Sheet sheet) {
        Type type = Type.read();
        List<List<Ink>> pages = Layout.of(sheet, type);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, 0, 0, 0, 0);
        PdfWriter writer = PdfWriter.getInstance(document, file);
        document.addTitle(sheet.title() + " · " + sheet.shop());
        document.addAuthor(sheet.shop());
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(sheet.language()));
        for (List<Ink> page : pages) {
            document.newPage();
            PdfContentByte canvas = writer.getDirectContent();
            page.forEach(ink -> draw(canvas, ink, type));
            writer.setPageEmpty(false);
        }
        document.close();
        return file.toByteArray();
    }

    private static void draw(PdfContentByte canvas, Ink ink, Type type) {
        switch (ink) {
            case Ink.Box box -> {
                fill(canvas, box.rgb());
                canvas.rectangle(box.x(), box.y(), box.width(), box.height());
                canvas.fill();
            }
            case Ink.Text text -> write(canvas, text, type);
        }
    }

    private static void write(PdfContentByte canvas, Ink.Text text, Type type) {
        float x = text.x();
        fill(canvas, text.rgb());
        canvas.setRGBColorStroke((text.rgb() >> 16) & 0xff, (text.rgb() >> 8) & 0xff, text.rgb() & 0xff);
        canvas.setLineWidth(text.size() * STROKE);
        canvas.beginText();
        canvas.setTextRenderingMode(
                text.weight() == Ink.Weight.BOLD
                        ? PdfContentByte.TEXT_RENDER_MODE_FILL_STROKE
                        : PdfContentByte.TEXT_RENDER_MODE_FILL);
        for (Type.Run run : type.runs(text.text())) {
            canvas.setFontAndSize(run.font(), text.size());
            canvas.setTextMatrix(x, text.y());
            canvas.showText(run.text());
            x += run.font().getWidthPoint(run.text(), text.size());
        }
        canvas.endText();
    }

    private static void fill(PdfContentByte canvas, int rgb) {
        canvas.setRGBColorFill((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff);
    }
}
