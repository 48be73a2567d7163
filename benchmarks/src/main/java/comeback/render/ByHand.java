package comeback.render;

/** cart/your-things, as somebody would write it for whom nothing counts but speed: words appended to words. */
final class ByHand {
    static final int USUAL = 48_000;

    private final RenderBenchmark.Page page;
    private final StringBuilder out = new StringBuilder(USUAL);

    ByHand(RenderBenchmark.Page page) {
        this.page = page;
    }

    String written() {
        top();
        things();
        bottom();
        return out.toString();
    }

    private void text(String value) {
        out.append(Escaping.html(value));
    }

    private void top() {
        out.append("<!doctype html>\n"
                + "<html lang=\"");
        text(page.lang());
        out.append("\" dir=\"ltr\">\n"
                + "<head>\n"
                + "<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"x-apple-disable-message-reformatting\">\n"
                + "<meta name=\"format-detection\" content=\"telephone=no,date=no,address=no,email=no,url=n"
                + "o\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<meta name=\"supported-color-schemes\" content=\"light dark\">\n"
                + "<title>");
        text(page.title());
        out.append("</title>\n"
                + "<!--[if mso]><noscript><xml><o:OfficeDocumentSettings xmlns:o=\"urn:schemas-microsoft-co"
                + "m:office:office\"><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSe"
                + "ttings></xml></noscript>\n"
                + "<style>table,td,div,p,a,h1,h2{font-family:'Segoe UI','Malgun Gothic',Arial,sans-serif !i"
                + "mportant}.pic{height:auto !important}</style><![endif]-->\n"
                + "<style>\n"
                + ":root{color-scheme:light dark;supported-color-schemes:light dark}\n"
                + "body{-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}\n"
                + "table{border-spacing:0}\n"
                + "img{border:0;display:block}\n"
                + "a:hover{text-decoration:underline !important}\n"
                + "@media (max-width:519px){\n"
                + ".px{padding-left:20px !important;padding-right:20px !important}\n"
                + ".wide{width:100% !important}\n"
                + ".col{display:block !important;width:100% !important;padding-right:0 !important}\n"
                + ".h1{font-size:25px !important;line-height:32px !important}\n"
                + ".thumb{width:86px !important}\n"
                + ".pic{width:72px !important;height:72px !important}\n"
                + "}\n"
                + "@media (prefers-color-scheme:dark){\n"
                + ".page{background:#15181b !important}\n"
                + ".card{background:#1f2428 !important;border-color:#30373c !important}\n"
                + ".t,.t a,.t h1,.t h2{color:#eef1f3 !important}\n"
                + ".m,.m a{color:#aeb7be !important}\n"
                + ".l a,a.l{color:");
        text(page.palette().darkLink());
        out.append(" !important}\n"
                + ".rule{border-color:#363e44 !important}\n"
                + ".soft{background:#272d32 !important}\n"
                + ".btn,.bar{background:");
        text(page.palette().darkButton());
        out.append(" !important}\n"
                + ".btn a{color:");
        text(page.palette().darkButtonText());
        out.append(" !important}\n"
                + "}\n"
                + "[data-ogsb] .page{background:#15181b !important}\n"
                + "[data-ogsb] .card{background:#1f2428 !important}\n"
                + "[data-ogsb] .soft{background:#272d32 !important}\n"
                + "[data-ogsb] .btn,[data-ogsb] .bar{background:");
        text(page.palette().darkButton());
        out.append(" !important}\n"
                + "[data-ogsc] .t,[data-ogsc] .t a,[data-ogsc] .t h1,[data-ogsc] .t h2{color:#eef1f3 !impor"
                + "tant}\n"
                + "[data-ogsc] .m,[data-ogsc] .m a{color:#aeb7be !important}\n"
                + "[data-ogsc] .l a,[data-ogsc] a.l{color:");
        text(page.palette().darkLink());
        out.append(" !important}\n"
                + "[data-ogsc] .btn a{color:");
        text(page.palette().darkButtonText());
        out.append(" !important}\n"
                + "</style>\n"
                + "</head>\n"
                + "<body class=\"page\" style=\"margin:0;padding:0;background:#f5f4f1\">\n"
                + "<div style=\"display:none;max-height:0;max-width:0;overflow:hidden;mso-hide:all\">");
        text(page.t().get("things.preheader"));
        out.append("&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbs"
                + "p;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&n"
                + "bsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;"
                + "&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwn"
                + "j;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&z"
                + "wnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;"
                + "&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#84"
                + "7;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#"
                + "847;&zwnj;&nbsp;</div>\n"
                + "<div role=\"article\" aria-roledescription=\"email\" aria-label=\"");
        text(page.title());
        out.append("\" lang=\"");
        text(page.lang());
        out.append("\" class=\"page\" style=\"background:#f5f4f1;padding:0 12px;word-break:keep-all;overflow"
                + "-wrap:anywhere;font-family:-apple-system,BlinkMacSystemFont,'Segoe UI','Helvetica Neue',"
                + "Helvetica,Arial,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',sans-serif\">\n"
                + "<!--[if mso]><table role=\"presentation\" width=\"600\" align=\"center\" cellpadding=\"0"
                + "\" cellspacing=\"0\" border=\"0\"><tr><td><![endif]-->\n"
                + "<table role=\"presentation\" width=\"100%\" align=\"center\" cellpadding=\"0\" cellspaci"
                + "ng=\"0\" border=\"0\" style=\"width:100%;max-width:600px;margin:0 auto\">\n"
                + "<tr><td class=\"px l\" style=\"padding:28px 32px 20px;font-size:19px;line-height:26px;fo"
                + "nt-weight:700;letter-spacing:-0.2px\">\n"
                + "<a href=\"");
        out.append(page.brand().homeUrl().html());
        out.append("\" style=\"color:");
        text(page.palette().link());
        out.append(";text-decoration:none\">");
        text(page.brand().name());
        out.append("</a>\n"
                + "</td></tr>\n"
                + "<tr><td>\n"
                + "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border="
                + "\"0\" class=\"card\" bgcolor=\"#ffffff\" style=\"width:100%;background:#ffffff;border:1p"
                + "x solid #e7e4de;border-radius:16px;border-collapse:separate\">\n"
                + "<tr><td class=\"px\" style=\"padding:36px 32px 4px\"><table role=\"presentation\" width="
                + "\"36\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:36px;border-collap"
                + "se:separate\"><tr><td class=\"bar\" height=\"4\" bgcolor=\"");
        text(page.palette().button());
        out.append("\" style=\"height:4px;border-radius:2px;background:");
        text(page.palette().button());
        out.append(";font-size:0;line-height:0\">&nbsp;</td></tr></table></td></tr>\n"
                + "<tr><td class=\"px t\" style=\"padding:14px 32px 12px;color:#1d2327\"><h1 class=\"h1\" s"
                + "tyle=\"margin:0;font-size:28px;line-height:36px;font-weight:700;letter-spacing:-0.4px\">");
        text(page.t().get("things.heading"));
        out.append("</h1></td></tr>\n"
                + "<tr><td class=\"px t\" style=\"padding:0 32px 14px;color:#1d2327\"><p style=\"margin:0;f"
                + "ont-size:16px;line-height:26px\">");
        if (!page.customer().greeting().isEmpty()) {
            text(page.customer().greeting());
        } else {
            text(page.t().when(page.customer().firstName(), "greeting.named", "greeting.plain", page.customer().firstName()));
        }
        out.append("</p></td></tr>\n"
                + "<tr><td class=\"px t\" style=\"padding:0 32px 14px;color:#1d2327\"><p style=\"margin:0;f"
                + "ont-size:16px;line-height:26px\">");
        text(page.t().get("things.intro"));
        out.append("</p></td></tr>\n");
    }

    private void things() {
        for (var line : page.cart().lines()) {
            out.append("<tr><td class=\"px\" style=\"padding:8px 32px\">\n"
                    + "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border="
                    + "\"0\" style=\"width:100%\"><tr>\n");
            if (!line.image().isEmpty()) {
                out.append("<td width=\"104\" class=\"thumb\" valign=\"top\" style=\"width:104px\">");
                if (!line.url().isEmpty()) {
                    out.append("<a href=\"");
                    out.append(line.url().html());
                    out.append("\" aria-hidden=\"true\" tabindex=\"-1\"><img src=\"");
                    out.append(line.image().html());
                    out.append("\" width=\"88\" height=\"88\" alt=\"\" class=\"pic soft\" style=\"width:88px;height:88px"
                            + ";object-fit:cover;border-radius:12px;background:#f7f6f3\"></a>");
                } else {
                    out.append("<img src=\"");
                    out.append(line.image().html());
                    out.append("\" width=\"88\" height=\"88\" alt=\"\" class=\"pic soft\" style=\"width:88px;height:88px"
                            + ";object-fit:cover;border-radius:12px;background:#f7f6f3\">");
                }
                out.append("</td>");
            }
            out.append("\n"
                    + "<td class=\"t\" valign=\"top\" style=\"padding:2px 12px 2px 0;font-size:16px;line-height"
                    + ":23px;color:#1d2327\">");
            if (!line.url().isEmpty()) {
                out.append("<a href=\"");
                out.append(line.url().html());
                out.append("\" style=\"color:#1d2327;font-weight:600;text-decoration:none\">");
                text(line.title());
                out.append("</a>");
            } else {
                out.append("<strong style=\"font-weight:600\">");
                text(line.title());
                out.append("</strong>");
            }
            out.append("\n");
            if (!line.variant().isEmpty()) {
                out.append("<div class=\"m\" style=\"font-size:14px;line-height:21px;color:#5c646b\">");
                text(line.variant());
                out.append("</div>");
            }
            out.append("\n");
            if (line.quantity() > 0) {
                out.append("<div class=\"m\" style=\"font-size:14px;line-height:21px;color:#5c646b\">");
                text(page.t().get("product.quantity", line.quantity()));
                if (!line.each().isEmpty()) {
                    out.append(" &middot; ");
                    text(page.t().get("product.each", line.each()));
                }
                out.append("</div>");
            }
            out.append("</td>\n");
            if (!line.total().isEmpty()) {
                out.append("<td class=\"t\" align=\"right\" valign=\"top\" style=\"padding:2px 0;font-size:16px;line"
                        + "-height:23px;font-weight:600;white-space:nowrap;color:#1d2327\">");
                text(line.total());
                out.append("</td>");
            }
            out.append("\n"
                    + "</tr></table>\n"
                    + "</td></tr>\n");
        }
    }

    private void bottom() {
        out.append("\n");
        if (page.cart().moreLines() > 0) {
            out.append("<tr><td class=\"px m\" style=\"padding:8px 32px;font-size:15px;line-height:22px;color:#5"
                    + "c646b\">");
            text(page.t().count("product.more", page.cart().moreLines()));
            out.append("</td></tr>");
        }
        out.append("\n"
                + "<tr><td class=\"px\" style=\"padding:14px 32px 8px\"><div class=\"rule\" style=\"border-"
                + "top:1px solid #e7e4de;font-size:0;line-height:0\">&nbsp;</div></td></tr>\n"
                + "<tr><td class=\"px\" style=\"padding:0 32px 10px\">\n"
                + "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border="
                + "\"0\" style=\"width:100%\">\n");
        if (!page.cart().total().isEmpty()) {
            out.append("<tr><td class=\"t\" style=\"padding:8px 12px 3px 0;font-size:18px;line-height:26px;font-"
                    + "weight:700;color:#1d2327\">");
            text(page.t().get("sums.total"));
            out.append("</td><td class=\"t\" align=\"right\" style=\"padding:8px 0 3px;font-size:18px;line-heigh"
                    + "t:26px;font-weight:700;white-space:nowrap;color:#1d2327\">");
            text(page.cart().total());
            out.append("</td></tr>");
        }
        out.append("\n"
                + "</table>\n"
                + "</td></tr>\n"
                + "<tr><td class=\"px\" style=\"padding:14px 32px 18px\">\n"
                + "<table role=\"presentation\" class=\"wide\" cellpadding=\"0\" cellspacing=\"0\" border="
                + "\"0\" style=\"border-collapse:separate\"><tr><td class=\"btn\" align=\"center\" bgcolor="
                + "\"");
        text(page.palette().button());
        out.append("\" style=\"background:");
        text(page.palette().button());
        out.append(";border-radius:10px;mso-padding-alt:14px 32px\"><a href=\"");
        out.append(page.cart().url().html());
        out.append("\" style=\"display:block;padding:14px 32px;font-size:16px;line-height:24px;font-weight:6"
                + "00;color:");
        text(page.palette().buttonText());
        out.append(";text-decoration:none;mso-padding-alt:0\">");
        text(page.t().get("cart.button"));
        out.append("</a></td></tr></table>\n"
                + "</td></tr>\n"
                + "<tr><td class=\"px m\" style=\"padding:4px 32px 12px;color:#5c646b\"><p style=\"margin:0"
                + ";font-size:14px;line-height:22px\">");
        text(page.t().get("things.note"));
        out.append("</p></td></tr>\n"
                + "<tr><td class=\"px t\" style=\"padding:14px 32px 8px;color:#1d2327\"><p style=\"margin:0"
                + ";font-size:16px;line-height:26px\">");
        text(page.t().get("signoff"));
        out.append("<br>");
        text(page.t().get("signoff.name", page.brand().name()));
        out.append("</p></td></tr>\n"
                + "\n"
                + "<tr><td style=\"height:24px;font-size:0;line-height:0\">&nbsp;</td></tr>\n"
                + "</table>\n"
                + "</td></tr>\n"
                + "<tr><td class=\"px m\" style=\"padding:24px 32px 40px;font-size:13px;line-height:20px;co"
                + "lor:#5c646b\">\n"
                + "<p style=\"margin:0 0 10px\">");
        text(page.t().get("cart.why", page.brand().name()));
        if (page.marketing()) {
            out.append(" ");
            text(page.t().get("footer.optout"));
        }
        out.append("</p>\n"
                + "<p style=\"margin:0 0 10px\"><a href=\"");
        out.append(page.links().unsubscribe().html());
        out.append("\" ses:no-track style=\"color:#5c646b;text-decoration:underline\">");
        text(page.t().get("footer.unsubscribe"));
        out.append("</a> &nbsp;&middot;&nbsp; <a href=\"");
        out.append(page.links().preferences().html());
        out.append("\" ses:no-track style=\"color:#5c646b;text-decoration:underline\">");
        text(page.t().get("footer.preferences"));
        out.append("</a></p>\n"
                + "<p style=\"margin:0\">");
        text(page.brand().legalName());
        out.append("<br>");
        text(page.brand().postalAddress());
        if (!page.brand().registration().isEmpty()) {
            out.append("<br>");
            text(page.brand().registration());
        }
        out.append("<br><a href=\"");
        out.append(page.brand().supportMailbox().html());
        out.append("\" style=\"color:#5c646b;text-decoration:underline\">");
        text(page.brand().supportEmail());
        out.append("</a> &nbsp;&middot;&nbsp; <a href=\"");
        out.append(page.brand().supportCall().html());
        out.append("\" style=\"color:#5c646b;text-decoration:underline;white-space:nowrap\">");
        text(page.brand().supportPhone());
        out.append("</a></p>\n"
                + "</td></tr>\n"
                + "</table>\n"
                + "<!--[if mso]></td></tr></table><![endif]-->\n"
                + "</div>\n"
                + "</body>\n"
                + "</html>\n");
    }
}
