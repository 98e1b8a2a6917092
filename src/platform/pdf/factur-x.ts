const namespace = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';

/**
 * Declares the attached factur-x.xml in the XMP metadata, which Typst cannot do: Factur-X 1.0 §6.2.2, profile EN 16931.
 * An incremental update after the last byte, so the page and the attachment keep theirs. Must come before any signature.
 */
export const declareFacturX = (pdf: Buffer): Buffer => {
  const text = pdf.toString('latin1');
  const previousXref = Number(last(text, /startxref\s+(\d+)/g));
  const trailer = last(text, /trailer\s*<<([\s\S]*?)>>\s*startxref/g);
  const catalog = objectBody(text, Number(match(trailer, /\/Root (\d+) 0 R/)));
  const metadataId = Number(match(catalog, /\/Metadata (\d+) 0 R/));
  const xmp = match(objectBody(text, metadataId), /stream\r?\n([\s\S]*?)\r?\nendstream/);
  const declared = Buffer.from(
    Buffer.from(xmp, 'latin1')
      .toString('utf8')
      .replace('</rdf:Bag></pdfaExtension:schemas>', `${extensionSchema}</rdf:Bag></pdfaExtension:schemas>`)
      .replace('</rdf:RDF>', `${description}</rdf:RDF>`),
  );
  const object = Buffer.concat([
    Buffer.from(`${metadataId} 0 obj\n<< /Type /Metadata /Subtype /XML /Length ${declared.length} >>\nstream\n`),
    declared,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  const offset = String(pdf.length + 1).padStart(10, '0');
  const xref =
    `xref\n0 1\n0000000000 65535 f \n${metadataId} 1\n${offset} 00000 n \n` +
    `trailer\n<<${trailer.replace(/\/Prev \d+/, '')} /Prev ${previousXref} >>\nstartxref\n${pdf.length + 1 + object.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from('\n'), object, Buffer.from(xref, 'latin1')]);
};

const last = (text: string, pattern: RegExp): string => {
  const found = [...text.matchAll(pattern)].at(-1)?.[1];
  if (found === undefined) throw new Error(`PDF without ${pattern.source}`);
  return found;
};

const match = (text: string, pattern: RegExp): string => {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`PDF without ${pattern.source}`);
  return found;
};

const objectBody = (text: string, id: number): string => {
  const start = text.lastIndexOf(`\n${id} 0 obj`);
  if (start < 0) throw new Error(`PDF without object ${id}`);
  return text.slice(start, text.indexOf('endobj', start));
};

const property = (name: string, meaning: string): string =>
  `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name>` +
  '<pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>' +
  `<pdfaProperty:description>${meaning}</pdfaProperty:description></rdf:li>`;

const extensionSchema =
  '<rdf:li rdf:parseType="Resource" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">' +
  `<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>` +
  '<pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>' +
  property('DocumentFileName', 'name of the embedded XML invoice file') +
  property('DocumentType', 'INVOICE') +
  property('Version', 'version of the Factur-X XML schema') +
  property('ConformanceLevel', 'conformance level of the embedded Factur-X data') +
  '</rdf:Seq></pdfaSchema:property></rdf:li>';

const description =
  `<rdf:Description xmlns:fx="${namespace}" rdf:about=""><fx:DocumentType>INVOICE</fx:DocumentType>` +
  '<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName><fx:Version>1.0</fx:Version>' +
  '<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel></rdf:Description>';
