<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:f" exclude-result-prefixes="#all">
  <xsl:output indent="yes"/>
  <xsl:function name="f:fib" as="xs:integer">
    <xsl:param name="n" as="xs:integer"/>
    <xsl:sequence select="if ($n lt 2) then $n else f:fib($n - 1) + f:fib($n - 2)"/>
  </xsl:function>
  <xsl:template match="/orders">
    <report fib="{f:fib(16)}">
      <xsl:for-each-group select="order" group-by="@customer">
        <xsl:sort select="current-grouping-key()" data-type="number"/>
        <customer number="{current-grouping-key()}" total="{sum(current-group()/item/@price)}">
          <xsl:value-of select="distinct-values(current-group()/item/@name) => sort() => string-join(', ')"/>
        </customer>
      </xsl:for-each-group>
      <words><xsl:analyze-string select="'the quick brown fox'" regex="\w+">
        <xsl:matching-substring><w><xsl:value-of select="upper-case(.)"/></w></xsl:matching-substring>
      </xsl:analyze-string></words>
    </report>
    <xsl:message>made</xsl:message>
  </xsl:template>
</xsl:stylesheet>
