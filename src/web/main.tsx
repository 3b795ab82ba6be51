import '@fontsource-variable/noto-sans-sc/wght.css';
import './style/base.css';
import './style/shell.css';
import './style/parts.css';
import './style/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
