import * as React from 'react';
import { render, screen } from '@testing-library/react';
import { DocumentLink } from '../../../src/ui/components/document-link/document-link';

describe('a document', () => {
  it.each([
    ['https://aci.example/SIGACI/Plan.docx', 'https://aci.example/SIGACI/Plan.docx'],
    ['/sites/planeacion/SIGACI/Plan.docx', '/sites/planeacion/SIGACI/Plan.docx'],
    // As a link column gives it on a server without https, such as the local site.
    [`${window.location.origin}/SIGACI/Plan%201.docx`, '/SIGACI/Plan%201.docx']
  ])('at %s is opened beside the page', (url, href) => {
    render(<DocumentLink url={url}>Plan operativo</DocumentLink>);
    const link = screen.getByRole('link', { name: /Plan operativo/ });
    expect(link).toHaveAttribute('href', href);
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(link).toHaveAttribute('target', '_blank');
  });

  it.each(['javascript:alert(1)', 'http://elsewhere.example/Plan.docx', `${window.location.origin}//elsewhere.example/x`, 'Plan.docx', ''])(
    'at %s is only named', (url) => {
      render(<DocumentLink url={url}>Plan operativo</DocumentLink>);
      expect(screen.queryByRole('link')).toBeNull();
      expect(screen.getByText('Plan operativo')).toBeVisible();
    }
  );
});
