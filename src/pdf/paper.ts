import PDFDocument from 'pdfkit';
import { printable } from './characters.ts';
import { type Fonts, faces } from './fonts.ts';

/** What a file says about itself. `createdAt` is a UTC instant and the only time in the file. */
export interface PaperProperties {
  readonly title: string;
  readonly author: string;
  readonly lang: 'pl-PL';
  readonly createdAt: string;
}

/** An empty archival and accessible A4 file (PDF/A-2a with the PDF/UA-1 identifier), tagged, without margins and pages yet. */
export class Paper extends PDFDocument {
  readonly fonts: Fonts;

  constructor(fonts: Fonts, properties: PaperProperties) {
    const { lang, createdAt } = properties;
    const oneLine = (text: string) => printable(fonts, text).replaceAll('\n', ' ');
    super({
      size: 'A4',
      margin: 0,
      font: '',
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      lang,
      displayTitle: true,
      info: {
        Title: oneLine(properties.title),
        Author: oneLine(properties.author),
        CreationDate: new Date(createdAt),
        Creator: 'Oddolnie',
        Producer: 'Oddolnie',
      },
    });
    this.fonts = fonts;
    for (const face of faces) this.registerFont(face, fonts[face]);
  }

  /** pdfkit copies title and author into XML as they are; by now the same values stand, unescaped, in the Info dictionary. */
  override endMetadata(): void {
    this.info.Title = escapeXml(this.info.Title ?? '');
    this.info.Author = escapeXml(this.info.Author ?? '');
    this.appendXML(accessibilityIdentifier);
    super.endMetadata();
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** PDF/A allows a foreign property only with its schema described (ISO 19005-2, 6.6.2.3.3). */
const accessibilityIdentifier = `
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas>
                <rdf:Bag>
                    <rdf:li rdf:parseType="Resource">
                        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
                        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                        <pdfaSchema:property>
                            <rdf:Seq>
                                <rdf:li rdf:parseType="Resource">
                                    <pdfaProperty:name>part</pdfaProperty:name>
                                    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                                    <pdfaProperty:category>internal</pdfaProperty:category>
                                    <pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
                                </rdf:li>
                            </rdf:Seq>
                        </pdfaSchema:property>
                    </rdf:li>
                </rdf:Bag>
            </pdfaExtension:schemas>
        </rdf:Description>
        `;
